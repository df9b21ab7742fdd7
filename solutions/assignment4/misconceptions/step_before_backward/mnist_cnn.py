"""Takes the step before backward

en: Your step comes before backward(), so each batch moves the weights by the gradient of the batch
before it. The first batch moves nothing, and the gradient of the last is never used. With more than one
layer PyTorch notices: the step changes weights that backward() still needs, and it reports one
"modified by an inplace operation". A loss has no effect until backward() has turned it into gradients:
first zero_grad, then backward, then step, all for the same batch.

ko: step()이 backward()보다 먼저 옵니다. 그래서 배치마다 바로 앞 배치의 기울기로 가중치를 움직입니다.
첫 배치에서는 아무것도 움직이지 않고 마지막 배치의 기울기는 쓰이지 않습니다. 계층이 둘 이상이면
PyTorch가 알아차립니다. backward()에 필요한 가중치를 step()이 먼저 바꾸어 버려서 "modified by an
inplace operation"이라는 오류가 납니다. 손실이 가중치를 바꾸려면 먼저 backward()가 기울기를 구해야
합니다. 같은 배치에서 zero_grad, backward, step 순서로 부르세요.

lesson: 14-pytorch#training
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        loss = F.cross_entropy(model(images), labels)
        optimizer.step()
        optimizer.zero_grad()
        loss.backward()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count
