"""Never clears the gradients

en: Your gradients are never cleared between batches. backward() adds to what is stored in each
parameter, so the second step follows the sum of two gradients, the third that of three, and so on: each
step overshoots more than the last. Call optimizer.zero_grad() once for every batch, before backward().
Calling it once in front of the loop is not enough.

ko: 배치가 바뀌어도 기울기를 지우지 않습니다. backward()는 파라미터에 저장된 값에 더하기 때문에 두 번째
걸음은 기울기 두 개의 합을, 세 번째 걸음은 세 개의 합을 따라갑니다. 그래서 걸음이 갈수록 지나치게
커집니다. 배치마다 backward() 앞에서 optimizer.zero_grad()를 한 번씩 부르세요. 반복문 앞에서 한 번
부르는 것으로는 모자랍니다.

lesson: 14-pytorch#training
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count
