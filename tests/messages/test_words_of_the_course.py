"""One Korean word for each term, in lessons, handouts, hints and messages: a student meets no two names of one thing."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KOREAN = (
    "README.ko.md",
    "course.toml",
    "assignments/**/*.ko.md",
    "assignments/**/*.py",
    "assignments/**/*.toml",
    "cnnlab/lectures/**/*.py",
    "cnnlab/locale/ko/LC_MESSAGES/*.po",
    "site/*.toml",
    "site/figures/*.py",
    "site/lessons/ko/*.md",
    "site/templates/*.html",
    "site/widgets/*.toml",
    "solutions/**/*.py",
)
# What is not said -> what is. A blank also stands for the end of a line, for hints and messages are wrapped.
WORDS = {
    "합성곱(?! 신경망)|컨벌루션|컨볼류션|콘볼루션": "컨볼루션",
    "교차 상관|상호 ?상관": "교차상관",
    "교차 ?엔트로피|크로스엔트로피": "크로스 엔트로피",
    "그래디언트|그레이디언트|그라디언트": "기울기",
    "보폭": "스트라이드",
    "스텝": "걸음",
    "엣지|가짜 (?:모서리|경계)|(?:수직|수평) (?:모서리|경계)": "에지",
    "패턴": "무늬",
    "(?:특성|피처) ?맵|특징맵|특징 지도": "특징 맵",
    "최대(?:값|)? ?풀링|최댓값 풀링|맥스풀링": "맥스 풀링",
    "평균값 풀링|평균풀링": "평균 풀링",
    "다운 샘플링|서브 ?샘플링": "다운샘플링",
    "전결합|완전연결|밀집 ?(?:계층|층)": "완전 연결",
    "레이어|(?:입력|중간|출력|컨볼루션|풀링) ?층|(?:첫째|둘째|셋째|뒤쪽|앞쪽|모든) 층|(?<!계)층마다": "계층",
    "은닉 ?계층|은닉 층": "은닉층",
    "매개 ?변수": "파라미터",
    "(?<![가-힣])인자(?=는|가|를|와|의|로|\\s)": "인수",
    "바이어스|절편": "편향",
    "(?<![가-힣])(?:유닛|노드)": "뉴런",
    "화소": "픽셀",
    "라벨": "레이블",
    "수용장|수용 ?영역": "수용야",
    "플래튼|플랫튼": "평탄화",
    "렐루": "ReLU",
    "활성 함수|활성화함수": "활성화 함수",
    "(?:비용|목적) 함수": "손실 함수",
    "미니 ?배치": "배치",
    "에폭": "에포크",
    "학습율": "학습률",
    "최적화기": "옵티마이저",
    "드랍아웃|드롭 아웃": "드롭아웃",
    "과대 ?적합|오버피팅": "과적합",
    "정답률|정확률|인식률": "정확도",
    "혼동행렬|오차 행렬": "혼동 행렬",
    "(?:국부|국소) (?:대비|정규화)": "지역 대비 정규화",
    "변동 불변성|이동불변성": "이동 불변성",
    "테스트 ?(?:세트|셋|이미지|데이터|숫자)|시험 세트": "시험 이미지, 시험 데이터",
    "학습(?:용|) (?:이미지|데이터|손실)|학습용 숫자": "훈련 이미지, 훈련 데이터, 훈련 손실",
    "시각 피질": "시각피질",
    "(?:단순|복합|초복합|원추|간상|광수용) 세포": "단순세포, 복합세포, …",
    "돌려(?:주|준|줄|줍)": "반환하다",
    "씨앗": "시드",
    "파이썬": "Python",
    "글쇠": "키",
    "숨은 검사|숨겨진 검사": "비공개 검사",
    "리포트|레포트": "보고서",
    "과목": "강좌",
    "(?<![가-힣])(?:교사|교수자)": "선생님",
    "학급": "반",
}
# (file, what stands there): why it may.
ALLOWED = {
    ("site/glossary.toml", "그래디언트라고도"): "where the word is explained, with its other name",
    ("site/lessons/ko/01-overview.md", "“우리 눈의 시각 피질”"): "the source note, in its own words",
    ("site/lessons/ko/02-visual-pathway.md", "“우리 눈의 시각 피질”"): "the source note, in its own words",
    ("site/lessons/ko/03-convolution.md", "(convolution, 합성곱)"): "where the word is explained, with its other name",
    ("site/lessons/ko/07-pooling.md", "“변동 불변성”"): "the source note, in its own words",
    ("site/lessons/ko/07-pooling.md", "slip 변동 불변성"): "the source note, in its own words",
    ("site/lessons/ko/08-fully-connected.md", "전결합층이라고도"): "where the word is explained, with its other name",
    ("solutions/assignment2/misconceptions/whole_loss_on_each_side/output_size.py", "돌려주고"): "gives places back",
}


@cache
def texts():
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for pattern in KOREAN
        for path in sorted(ROOT.glob(pattern))
    }


def spaced(variants):
    """The pattern of these variants: words may be parted by an end of a line, in a catalogue with quotes around it."""
    return re.compile(re.sub(r" (\??)", lambda blank: r'[\s"]*' if blank[1] else r'[\s"]+', variants))


PATTERNS = {spaced(variants): word for variants, word in WORDS.items()}


def other_words(text):
    """Where a word stands that the course does not use: offset, what was found, and the word of the course."""
    for pattern, word in PATTERNS.items():
        for found in pattern.finditer(text):
            yield found.start(), " ".join(found[0].replace('"', " ").split()), word


def allowed(name, text, offset):
    """Whether one of the exceptions of the file covers this place."""
    spots = [
        (found.start(), found.end())
        for file, words in ALLOWED
        if file == name
        for found in re.finditer(re.escape(words), text)
    ]
    return any(begin <= offset < end for begin, end in spots)


def test_there_is_korean_to_read():
    found = texts()
    assert len(found) > 200
    for each in ("README.ko.md", "site/glossary.toml", "cnnlab/locale/ko/LC_MESSAGES/cnnlab.po"):
        assert each in found


def test_each_term_has_one_word():
    assert [
        f"{name}:{text[:offset].count(chr(10)) + 1}: not “{found}” but “{word}”"
        for name, text in texts().items()
        for offset, found, word in other_words(text)
        if not allowed(name, text, offset)
    ] == []


@pytest.mark.parametrize(("name", "words"), ALLOWED)
def test_an_exception_is_still_needed(name, words):
    assert any(allowed(name, texts()[name], offset) for offset, _, _ in other_words(texts()[name])), ALLOWED[
        name, words
    ]
    assert words in texts()[name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("이것이 교차 상관입니다", ["교차 상관"]),
        ("이것이 교차\n상관입니다", ["교차 상관"]),
        ('"평균 교차 "\n"엔트로피"', ["교차 엔트로피"]),
        ("그래디언트의 보폭", ["그래디언트", "보폭"]),
        ("합성곱 연산", ["합성곱"]),
        ("인자를 확인자에게", ["인자"]),
        ("출력층과 모든 층", ["출력층", "모든 층"]),
        ("합성곱 신경망의 은닉층, 3×3 두 층", []),
        ("경사 하강법의 걸음", []),
        ("모서리의 픽셀과 에지", []),
        ("모든 테스트를 실행합니다", []),
        ("돌려 놓은 숫자", []),
        ("망막의 층, 층 사이, 계층마다", []),
    ],
)
def test_other_words_are_found_and_plain_korean_is_not(text, found):
    assert [each for _, each, _ in other_words(text)] == found
