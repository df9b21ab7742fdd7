"""Leaves the shape of the input out of the list

en: Your list starts behind the first layer. The first thing a reader of a trace needs is what goes in: for
(1, 5, 4) and one flatten layer the list is [(1, 5, 4), (20,)], one entry more than there are layers. With no
layers at all it still holds the input's shape.

ko: 목록이 첫 계층 뒤의 모양부터 시작합니다. 모양을 따라가려면 무엇이 들어오는지부터 알아야 합니다. (1, 5,
4)와 평탄화 계층 하나라면 목록은 [(1, 5, 4), (20,)]으로, 계층 수보다 하나 많습니다. 계층이 하나도 없어도
입력의 모양은 들어 있어야 합니다.

lesson: 11-architecture#shapes
"""


def trace_shapes(input_shape, layers):
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for layer in layers:
        shapes.append(_next_shape(shapes[-1], layer))
    return shapes[1:]
