#!/usr/bin/env python3
"""Kiểm chứng gói kết quả: tự tính lại mọi điểm, tổng, xếp loại và thứ hạng từ những gì đã công bố;
với gói đã công bố thì kiểm tra cả chữ ký và nhật ký.

Cách dùng:  python3 kiemchung.py GÓI.zip [GÓI.zip …] [--key KHOÁ] [--receipt BIÊN-NHẬN.json …]

Chương trình thứ hai, viết từ docs/bundle.md và docs/criteria-language.md, không dùng chung dòng nào
với chương trình chính. Chỉ cần Python 3.8 trở lên, không cần cài gì thêm, không cần mạng.
Kết thúc bằng 0: mọi gói đều đạt; 1: có chỗ khác; 2: không đọc được.
"""

import argparse
import base64
import datetime
import hashlib
import json
import operator
import re
import sys
import zipfile
import zlib
from fractions import Fraction

NEEDED = ["criteria.yaml", "criteria.json", "answers.json", "policy.json", "results.json", "SHA256SUMS"]
FLAGS = ["unanswered", "zero-denominator", "over-100-percent", "not-applicable", "not-held",
         "near-boundary", "order-flips", "no-report", "late", "gate"]
POLICY = {"rounding": "criterion-2", "bonusInTotal": "true", "notApplicable": "zero",
          "zeroDenominator": "zero", "ratioCap": "1", "overall": "total", "ties": "1-2-2-4",
          "penaltyFloor": "0"}
PUBLISHED = ["publication.json", "claimed.json", "verified.json", "findings.json", "decision.pdf", "ledger/key.txt",
             "ledger/leaves.txt", "ledger/checkpoint.txt", "ledger/events.jsonl", "SIGNATURE.txt"]
LARGEST, MOST_FILES = 1 << 30, 64
MISSHAPEN = (KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError, RecursionError)
RELATIONS = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
              "min": lambda *numbers: min(numbers), "max": lambda *numbers: max(numbers)}
NONE = object()  # "there is none" (null): an answer, unlike a fact that is absent


class Unreadable(Exception):
    """The bundle cannot be read at all."""


# ---------------------------------------------------------------- numbers as they are printed

def half_up(value, decimals):
    """Rounded half away from zero to that many decimals."""
    scaled = abs(value) * 10 ** decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10 ** decimals)


def plain(value):
    """A number as people write it; one with a huge exponent would keep the machine busy for ever."""
    if not re.fullmatch(r"-?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,2})?", str(value)):
        raise ValueError(f"không phải một số: {str(value)[:40]}")
    return Fraction(str(value))


def decimal(value, decimals):
    """A plain decimal with exactly that many places."""
    scaled = half_up(value, decimals) * 10 ** decimals
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    sign = "-" if scaled < 0 else ""
    return sign + (digits if decimals == 0 else digits[:-decimals] + "." + digits[-decimals:])


def points(value):
    """Two places, or up to ten where the exact points need more."""
    if half_up(value, 2) == value:
        return decimal(value, 2)
    ten = decimal(value, 10).rstrip("0")
    return ten if len(ten) - ten.index(".") > 2 else decimal(half_up(value, 10), 2)


def maximum(value):
    """A maximum as the decision writes it: "15", not "15.00"."""
    return points(value).rstrip("0").rstrip(".")


# ---------------------------------------------------------------- expressions over a unit's facts

class Obstacle(Exception):
    """Something has no value; says which flag stands for why."""


class Evaluation:
    """One evaluation; what stands in the way of a value is remembered in ``obstacle``."""

    def __init__(self, unit, measure=Fraction(0), most=Fraction(0)):
        self.facts, self.previous = unit["facts"], unit["previous"]
        self.given = {"measure": measure, "maxPoints": most}
        self.obstacle = None

    def number(self, tree):
        value = self.value(tree)
        return value if isinstance(value, Fraction) else Fraction(0)

    def holds(self, tree):
        return self.value(tree) is True

    def value(self, tree):
        """A number, a day, an option, a yes, or that there is none."""
        (kind, of), = tree.items()
        if kind == "number":
            return Fraction(of)
        if kind == "option":
            return of
        if kind == "given":
            return self.given[of]
        if kind == "answered":
            return of in self.facts
        if kind == "fact":
            if of not in self.facts:
                self.obstacle = "unanswered"
            return self.facts.get(of, NONE)
        if kind == "previous":
            now, self.facts = self.facts, self.previous
            try:
                return self.value(of)
            finally:
                self.facts = now
        if kind == "if":
            return self.value(of[1] if self.holds(of[0]) else of[2])
        if kind == "and":
            return self.holds(of[0]) and self.holds(of[1])
        if kind == "or":
            return self.holds(of[0]) or self.holds(of[1])
        if kind == "not":
            return not self.holds(of)
        if kind in RELATIONS:
            return self.compare(kind, self.value(of[0]), self.value(of[1]))
        if kind == "negated":
            return -self.number(of)
        numbers = [self.number(one) for one in of]
        if kind == "/" and numbers[1] == 0:
            self.obstacle = self.obstacle or "zero-denominator"
            return Fraction(0)
        return ARITHMETIC[kind](*numbers)

    @staticmethod
    def compare(relation, left, right):
        if left is NONE:
            left = False if isinstance(right, bool) else Fraction(0)
        if right is NONE:
            right = False if isinstance(left, bool) else Fraction(0)
        if type(left) is not type(right):
            return relation == "!="
        if isinstance(left, (Fraction, datetime.date)) or relation in ("=", "!="):
            return RELATIONS[relation](left, right)
        return False


# ---------------------------------------------------------------- rules

def within(value, most):
    """From nothing to the maximum."""
    return min(most, max(Fraction(0), value))


class Rules:
    """The points that the rules give to one unit: exact, before any rounding."""

    def __init__(self, unit, peers, policy, year):
        self.unit, self.peers, self.policy, self.year = unit, peers, policy, year

    def award(self, code, rule, most):
        """Points and flags; a rule that cannot be measured gives (0, {why})."""
        try:
            award = getattr(self, rule["kind"])(code, rule, most)
        except Obstacle as why:
            return Fraction(0), set(why.args)
        return award if isinstance(award, tuple) else (award, set())

    @staticmethod
    def met(evaluation, value):
        """What an evaluation has come to, where nothing stood in its way."""
        if evaluation.obstacle:
            raise Obstacle(evaluation.obstacle)
        return value

    def measured(self, tree, most=Fraction(0), measure=Fraction(0)):
        evaluation = Evaluation(self.unit, measure, most)
        return self.met(evaluation, evaluation.number(tree))

    def answer(self, fact):
        if fact not in self.unit["facts"]:
            raise Obstacle("unanswered")
        return self.unit["facts"][fact]

    def yesNo(self, code, rule, most):
        evaluation = Evaluation(self.unit)
        return most if self.met(evaluation, evaluation.holds(rule["holds"])) else Fraction(0)

    def proportional(self, code, rule, most):
        raw = max(self.measured(rule["ratio"]), Fraction(0))
        counted = min(raw, Fraction(1)) if self.policy["ratioCap"] == "1" else raw
        return most * counted, ({"over-100-percent"} if raw > 1 else set())

    def reached(self, tiers, value, most):
        """What the first tier gives that the value is in."""
        for tier in tiers:
            if ("atLeast" in tier and value < Fraction(tier["atLeast"])
                    or "above" in tier and value <= Fraction(tier["above"])
                    or "atMost" in tier and value > Fraction(tier["atMost"])
                    or "below" in tier and value >= Fraction(tier["below"])):
                continue
            return within(self.measured(tier["points"], most, value), most)
        return Fraction(0)

    def tiers(self, code, rule, most):
        return self.reached(rule["tiers"], self.measured(rule["of"]), most)

    def choice(self, code, rule, most):
        chosen = self.answer(rule["of"])
        for option in rule["options"]:
            if chosen == option["option"]:
                return within(self.measured(option["points"], most), most)
        return Fraction(0)

    def day(self, date):
        year = date["year"] if "year" in date else self.year + date["yearOffset"]
        return datetime.date(year, date["month"], date["day"])

    def dateWindow(self, code, rule, most):
        day = self.answer(rule["of"])
        for window in rule["windows"]:
            otherwise = "from" not in window and "to" not in window
            if otherwise or isinstance(day, datetime.date) and not (
                    "from" in window and day < self.day(window["from"])
                    or "to" in window and day > self.day(window["to"])):
                return within(self.measured(window["points"], most), most)
        return Fraction(0)

    def parts(self, code, parts):
        awards = [self.award(code, part["rule"], Fraction(part["maxPoints"])) for part in parts]
        return [own for own, _ in awards], set().union(*(flags for _, flags in awards))

    def sum(self, code, rule, most):
        parts, flags = self.parts(code, rule["items"])
        return min(Fraction(rule.get("cap", most)), most, sum(parts, Fraction(0))), flags

    def perUnit(self, code, rule, most):
        count = self.measured(rule["of"])
        return within(count * self.measured(rule["points"], most, count), most)

    def best(self, code, rule, most):
        cases, flags = self.parts(code, rule["cases"])
        return min(most, max(cases)), flags

    def range(self, code, rule, value):
        group = "" if rule["among"] == "all" else self.unit["group"]
        return self.peers.get((code, json.dumps(rule["of"]), group), (value, value))

    def relativeToBest(self, code, rule, most):
        value = self.measured(rule["of"])
        higher = rule["better"] == "higher"
        best = self.range(code, rule, value)[1 if higher else 0]
        dividend, divisor = (value, best) if higher else (best, value)
        if divisor == 0:
            return (Fraction(0), {"zero-denominator"}) if higher else most
        return most * within(dividend / divisor, Fraction(1))

    def minMax(self, code, rule, most):
        value = self.measured(rule["of"])
        low, high = self.range(code, rule, value)
        low, high = min(low, value), max(high, value)
        distance = value - low if rule["better"] == "higher" else high - value
        return most * (distance / (high - low) if high != low else 1)

    def change(self, code, rule, most):
        evaluation = Evaluation(self.unit)
        now, before = evaluation.number(rule["of"]), evaluation.number({"previous": rule["of"]})
        change = self.met(evaluation, now - before)
        if rule["as"] == "percent":
            if before == 0:
                raise Obstacle("zero-denominator")
            change /= before
        if "target" in rule:
            return most * within(change / Fraction(rule["target"]), Fraction(1))
        return self.reached(rule["tiers"], change, most)

    def survey(self, code, rule, most):
        low, high = Fraction(rule["from"]), Fraction(rule["to"])
        value = self.answer(rule["of"])
        result = value if isinstance(value, Fraction) else low
        return most * within((result - low) / (high - low), Fraction(1))

    def formula(self, code, rule, most):
        return within(self.measured(rule["points"], most), most)

    def information(self, code, rule, most):
        return Fraction(0)

    def byGroup(self, code, rule, most):
        own = rule["rules"].get(self.unit["group"])
        return self.award(code, own, most) if own else Fraction(0)


def relative(rule):
    """The measures that a rule compares between units."""
    if rule["kind"] in ("relativeToBest", "minMax"):
        yield rule["of"]
    for part in rule.get("items", []) + rule.get("cases", []):
        yield from relative(part["rule"])
    for own in rule.get("rules", {}).values():
        yield from relative(own)


# ---------------------------------------------------------------- a round

class Round:
    """Criteria, answers and policy of a bundle, and everything that follows from them."""

    def __init__(self, criteria, answers, policy):
        self.criteria, self.policy = criteria, dict(POLICY, **policy)
        self.types = {fact["id"]: fact["type"] for fact in criteria["facts"]}
        self.scored, self.below = {}, {}
        for section in criteria["sections"]:
            self.below[section["code"]] = self.walk(section["criteria"], section)
        self.not_held = self.covered(answers.get("notHeld", []))
        self.deadline = moment(self.policy.get("deadline", criteria["deadline"]["at"]))
        self.units = [self.unit(one) for one in answers["units"]]
        self.peers = self.ranges()
        self.lines = [self.sheet(unit) for unit in self.units]

    def walk(self, criteria, section):
        codes = []
        for criterion in criteria:
            if "rule" in criterion:
                self.scored[criterion["code"]] = (criterion, section)
                self.below[criterion["code"]] = [criterion["code"]]
            else:
                self.below[criterion["code"]] = self.walk(criterion["criteria"], section)
            codes += self.below[criterion["code"]]
        return codes

    def covered(self, codes):
        return {scored for code in codes for scored in self.below.get(code, [])}

    def unit(self, stated):
        return {
            "unit": stated["unit"], "name": stated.get("name", stated["unit"]), "group": stated["group"],
            "facts": self.facts(stated.get("facts", {})), "previous": self.facts(stated.get("previous", {})),
            "claimed": self.covered(stated.get("notApplicable", [])),
            "deductions": stated.get("deductions", []), "reported": not stated.get("noReport", False),
            "submittedAt": stated.get("submittedAt")}

    def facts(self, stated):
        facts = {}
        for name, value in stated.items():
            kind = self.types.get(name)
            if value is None:
                facts[name] = NONE
            elif kind in ("count", "decimal"):
                facts[name] = plain(value)
            elif kind == "date":
                facts[name] = datetime.date.fromisoformat(value)
            elif kind is not None:
                facts[name] = value
        return facts

    def ranges(self):
        ranges = {}
        for code, (criterion, _) in self.scored.items():
            for measure in relative(criterion["rule"]):
                for unit in self.units:
                    if unit["group"] not in criterion["maxPoints"] or code in unit["claimed"]:
                        continue
                    evaluation = Evaluation(unit)
                    value = evaluation.number(measure)
                    if not evaluation.obstacle:
                        for group in (unit["group"], ""):
                            key = (code, json.dumps(measure), group)
                            low, high = ranges.get(key, (value, value))
                            ranges[key] = (min(low, value), max(high, value))
        return ranges

    def rounded(self, value):
        return half_up(value, 2) if self.policy["rounding"] == "criterion-2" else value

    def line(self, rules, code, criterion, section, unit):
        most = Fraction(criterion["maxPoints"][unit["group"]])
        full = self.policy["notApplicable"] == "full" and not section["bonus"]
        if code in self.not_held:
            return most, Fraction(0), {"not-held"}
        if code in unit["claimed"]:
            return most, self.rounded(most) if full else Fraction(0), {"not-applicable"}
        rule = criterion["rule"]
        while rule["kind"] == "byGroup" and unit["group"] in rule["rules"]:
            rule = rule["rules"][unit["group"]]
        own, flags = rules.award(code, rule, most)
        if self.policy["zeroDenominator"] == "not-applicable" and flags == {"zero-denominator"} and own == 0 \
                and rule["kind"] not in ("sum", "best"):
            return most, self.rounded(most) if full else Fraction(0), {"zero-denominator", "not-applicable"}
        return most, self.rounded(own), flags

    def sheet(self, unit):
        rules = Rules(unit, self.peers, self.policy, self.criteria["year"])
        lines = {code: self.line(rules, code, criterion, section, unit)
                 for code, (criterion, section) in self.scored.items()
                 if unit["group"] in criterion["maxPoints"]}
        rescale = self.policy["notApplicable"] == "rescale-section"
        sections = self.sections(unit, lines, rescale)
        bonus = sum((lines[code][1] for code, (_, section) in self.scored.items()
                     if section["bonus"] and code in lines), Fraction(0))
        effects = [self.effect(one) for one in unit["deductions"]]
        deductions = sum(effects, Fraction(0))
        beside = (bonus if self.policy["bonusInTotal"] == "true" else Fraction(0)) - deductions
        gates = [gate for gate in self.criteria["gates"] if self.fails(unit, gate["failsWhen"], True)]
        total = max(Fraction(0), self.total(sections) + beside)
        mean = self.mean_percent(sections)
        other = total if rescale else max(Fraction(0), self.total(self.sections(unit, lines, True)) + beside)
        flags = set()
        floors = [self.floor(grade, unit) for grade in self.criteria["grades"]]
        if any(abs(total - floor) <= 1 for floor in floors if floor is not None):
            flags.add("near-boundary")
        if not unit["reported"]:
            flags.add("no-report")
        if unit["submittedAt"] and moment(unit["submittedAt"]) >= self.deadline:
            flags.add("late")
        if gates:
            flags.add("gate")
        return {
            "unit": unit, "lines": lines, "sections": sections, "bonus": bonus, "effects": effects,
            "deductions": deductions, "total": total, "grade": self.grade(total, unit, gates), "mean": mean,
            "byMean": max(Fraction(0), self.scale(unit) * mean / 100 + beside),
            "rescaled": (other, self.grade(other, unit, gates)), "flags": flags, "gates": gates,
            "checks": [c for c in self.criteria["checks"] if self.fails(unit, c["require"], False)]}

    @staticmethod
    def fails(unit, tree, when):
        evaluation = Evaluation(unit)
        return evaluation.holds(tree) == when and not evaluation.obstacle

    def sections(self, unit, lines, rescale):
        found = {}
        for section in self.criteria["sections"]:
            if section["bonus"] or unit["group"] not in section["maxPoints"]:
                continue
            most = Fraction(section["maxPoints"][unit["group"]])
            own = [lines[code] for code in self.below[section["code"]] if code in lines]
            applies = any(m > 0 and not f & {"not-applicable", "not-held"} for m, _, f in own)
            aside = {"not-applicable", "not-held"} if rescale else {"not-held"}
            counting = [line for line in own if not line[2] & aside]
            earned = sum((p for _, p, _ in counting), Fraction(0))
            countable = sum((m for m, _, _ in counting), Fraction(0))
            if len(counting) == len(own):
                found[section["code"]] = (most, earned, applies, True)
            elif countable == 0:
                found[section["code"]] = (most, Fraction(0), applies, False)
            else:
                found[section["code"]] = (most, self.rounded(earned * most / countable), applies, True)
        return found

    def total(self, sections):
        earned = sum((p for _, p, _, _ in sections.values()), Fraction(0))
        every = sum((m for m, _, _, _ in sections.values()), Fraction(0))
        counting = sum((m for m, _, _, counts in sections.values() if counts), Fraction(0))
        return earned if counting in (every, 0) else self.rounded(earned * every / counting)

    @staticmethod
    def mean_percent(sections):
        shares = [p / m for m, p, _, counts in sections.values() if counts and m > 0]
        return sum(shares, Fraction(0)) * 100 / len(shares) if shares else Fraction(0)

    def effect(self, deduction):
        if not deduction.get("decision"):
            return Fraction(0)
        if deduction.get("points") is not None:
            return self.rounded(plain(deduction["points"]))
        amount = next((kind.get("points") for kind in self.criteria["deductions"]
                       if kind["kind"] == deduction["kind"]), None)
        return self.rounded(Fraction(amount or 0))

    def scale(self, unit):
        own = next((group.get("scale") for group in self.criteria["groups"] if group["id"] == unit["group"]), None)
        return Fraction(self.criteria["scale"] if own is None else own)

    @staticmethod
    def floor(grade, unit):
        if "atLeast" not in grade:
            return None
        return Fraction(grade.get("atLeastOfGroups", {}).get(unit["group"], grade["atLeast"]))

    def grade(self, total, unit, gates):
        grades = self.criteria["grades"]  # highest first
        floors = [self.floor(grade, unit) for grade in grades]
        at = next((i for i, floor in enumerate(floors) if floor is None or total >= floor), len(grades) - 1)
        for gate in gates:
            at = max(at, [grade["name"] for grade in grades].index(gate["gradeAtMost"]))
        return grades[at]["name"]

    def ranks(self, by):
        """Of each unit (over all, in its group); equal points share a rank, the next are skipped."""
        unranked = {group["id"] for group in self.criteria["groups"] if not group["ranked"]}
        values = [None if sheet["unit"]["group"] in unranked else by(sheet) for sheet in self.lines]

        ordered = {}
        for sheet, value in zip(self.lines, values):
            ordered.setdefault(sheet["unit"]["group"], []).append(value)
        overall = places(values)
        in_group = {group: places(own) for group, own in ordered.items()}
        return [(None, None) if value is None else (overall[value], in_group[sheet["unit"]["group"]][value])
                for sheet, value in zip(self.lines, values)]

    def results(self):
        """What results.json must say of each unit, but for its sentences."""
        by = {"total": lambda sheet: sheet["total"], "mean-of-section-percentages": lambda sheet: sheet["byMean"]}
        reading = self.policy["overall"]
        overall = self.ranks(by[reading])
        other = self.ranks(by[next(one for one in by if one != reading)])
        by_section = {
            section["code"]: self.ranks(
                lambda sheet, code=section["code"]: sheet["sections"][code][1]
                if code in sheet["sections"] and sheet["sections"][code][2] else None)
            for section in self.criteria["sections"] if not section["bonus"]}
        for i, sheet in enumerate(self.lines):
            flags = sheet["flags"] | ({"order-flips"} if overall[i][0] != other[i][0] else set())
            yield {
                "unit": sheet["unit"]["unit"], "name": sheet["unit"]["name"], "group": sheet["unit"]["group"],
                "criteria": {code: {"points": points(own), "max": maximum(most), "flags": in_order(marks)}
                             for code, (most, own, marks) in sheet["lines"].items()},
                "sections": {code: {"points": points(own), "max": maximum(most),
                                    "rank": by_section[code][i][0], "rankInGroup": by_section[code][i][1]}
                             for code, (most, own, _, _) in sheet["sections"].items()},
                "bonus": points(sheet["bonus"]), "deductions": points(sheet["deductions"]),
                "deductionList": [points(effect) for effect in sheet["effects"]],
                "total": points(sheet["total"]), "grade": sheet["grade"],
                "rank": overall[i][0], "rankInGroup": overall[i][1], "flags": in_order(flags),
                "meanPercent": decimal(sheet["mean"], 2),
                "rescaled": {"total": points(sheet["rescaled"][0]), "grade": sheet["rescaled"][1]},
                "gates": [gate["id"] for gate in sheet["gates"]],
                "checks": [check["id"] for check in sheet["checks"]]}


def places(values):
    """The rank of each value among them: 1-2-2-4."""
    ranks = {}
    for i, value in enumerate(sorted((one for one in values if one is not None), reverse=True)):
        ranks.setdefault(value, i + 1)
    return ranks


def in_order(flags):
    return [flag for flag in FLAGS if flag in flags]


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


# ---------------------------------------------------------------- the bundle

def published(unit):
    """What results.json says of a unit, in the form of Round.results."""
    own = dict(unit)
    own["criteria"] = {code: {k: v for k, v in line.items() if k != "because"}
                       for code, line in unit["criteria"].items()}
    own["deductionList"] = [one["effect"] for one in unit.get("deductionList", [])]
    own["checks"] = [check["id"] for check in unit.get("checks", [])]
    own.setdefault("gates", [])
    return own


def differences(where, said, found):
    """Each value that is said otherwise than it is found, with its place."""
    if isinstance(said, dict) and isinstance(found, dict):
        for key in list(found) + [key for key in said if key not in found]:
            yield from differences(f"{where} · {key}" if where else key, said.get(key), found.get(key))
    elif said != found or type(said) is not type(found):
        yield f"{where}: công bố {json.dumps(said, ensure_ascii=False)}, tính lại {json.dumps(found, ensure_ascii=False)}"


def unpack(path):
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if len(names) != len(set(names)):
                raise Unreadable("có hai tệp trùng tên trong gói")
            if sum(info.file_size for info in archive.infolist()) > LARGEST or len(names) > MOST_FILES:
                raise Unreadable("gói lớn hơn 1 GiB khi giải nén, hoặc quá nhiều tệp")
            return {name: archive.read(name) for name in names}
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, RuntimeError, EOFError, ValueError) as problem:
        raise Unreadable(f"không phải gói ZIP đọc được ({problem})") from problem


def listed(sums):
    """The checksum of each file as the lines state them."""
    return {found.group(2): found.group(1) for found in re.finditer(r"^([0-9a-f]{64})  (.+)$", sums, re.MULTILINE)}


def checksums(files):
    """Files that are not as SHA256SUMS lists them, or not as they were signed."""
    stated = listed(files["SHA256SUMS"].decode("utf-8", "replace"))
    signed = listed(files["SIGNATURE.txt"].decode("utf-8", "replace")) if "SIGNATURE.txt" in files else stated
    for name in sorted((set(files) | set(stated)) - {"SHA256SUMS", "SIGNATURE.txt"}):
        if name not in stated:
            yield f"{name}: không có trong SHA256SUMS"
        elif name not in files:
            yield f"{name}: có trong SHA256SUMS mà không có trong gói"
        elif hashlib.sha256(files[name]).hexdigest() != stated[name]:
            yield f"{name}: khác mã kiểm trong SHA256SUMS"
        elif stated[name] != signed.get(name):
            yield f"{name}: không phải tệp đã được ký trong SIGNATURE.txt"


def once(pairs):
    """JSON objects whose keys are all different."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("một khoá được ghi hai lần")
    return found


def parsed(name, text):
    try:
        return json.loads(text, parse_float=str, parse_int=int, object_pairs_hook=once)
    except (ValueError, RecursionError) as problem:
        raise Unreadable(f"{name}: {problem}") from problem


def text_of(files, name):
    try:
        return files[name].decode("utf-8")
    except ValueError as problem:
        raise Unreadable(f"{name}: không phải UTF-8") from problem


def read(files, name):
    return parsed(name, text_of(files, name))


def verify(path, key=None, receipts=(), remarks=None):
    """Yields what is wrong with the bundle; nothing where everything published follows from it."""
    files = unpack(path)
    published_too = any(name in files for name in PUBLISHED)
    for name in NEEDED + (PUBLISHED if published_too else []):
        if name not in files:
            raise Unreadable(f"thiếu tệp {name}")
    if (key or receipts) and not published_too:
        raise Unreadable("gói này chưa công bố: không có chữ ký, không dùng được --key và --receipt")
    yield from checksums(files)
    criteria, answers = read(files, "criteria.json"), read(files, "answers.json")
    if re.search(rb'"-?[0-9.]+[eE][^"]*"', files["criteria.json"]):
        raise Unreadable("criteria.json: một số viết với số mũ")
    policy, results = read(files, "policy.json"), read(files, "results.json")
    try:
        round_ = Round(criteria, answers, policy)
        yield from recomputed(files, round_, answers, results)
        if published_too:
            publication = read(files, "publication.json")
            yield from same_round(files, round_, answers, publication)
            yield from Ledger(files, publication, key).differences(receipts, remarks)
    except MISSHAPEN as problem:
        raise Unreadable(f"nội dung không đúng định dạng: {type(problem).__name__} {problem}") from problem


def recomputed(files, round_, answers, results):
    criteria = round_.criteria
    said_policy = {key: str(value).lower() if isinstance(value, bool) else value
                   for key, value in results["policy"].items()}
    expected = dict(round_.policy)
    expected.setdefault("deadline", criteria["deadline"]["at"])
    head = {
        "criteria": {"id": criteria["id"], "sha256": hashlib.sha256(files["criteria.yaml"]).hexdigest()},
        "year": answers.get("year", criteria["year"]), "note": answers.get("note", ""),
        "notHeld": answers.get("notHeld", []), "policy": expected, "illustration": criteria["illustration"]}
    said = {key: results.get(key, {"note": "", "notHeld": [], "illustration": False}.get(key)) for key in head}
    said["policy"] = said_policy
    yield from differences("results.json", said, head)
    own = [unit["unit"] for unit in results["units"]]
    units = [unit["unit"] for unit in round_.units]
    if own != units:
        yield f"results.json, danh sách đơn vị: công bố {own}, số liệu {units}"
        return
    for unit, found in zip(results["units"], round_.results()):
        yield from differences(found["unit"], published(unit), found)


# ---------------------------------------------------------------- what is published beside the result

def same_round(files, round_, answers, publication):
    """The files of a published bundle speak of the same round, units, criteria and facts."""
    units = {unit["unit"]: [unit["name"], unit["group"]] for unit in round_.units}
    year = answers.get("year", round_.criteria["year"])

    def known(where, **named):
        places = {"unit": units, "code": round_.below, "fact": round_.types, "column": ("verified", "council"),
                  "deduction": [one["kind"] for one in round_.criteria.get("deductions", ())]}
        for kind, one in named.items():
            if one not in places[kind]:
                yield f"{where}: {kind} «{one}» không có trong gói"

    publication["year"], publication["province"], publication["name"]
    datetime.date.fromisoformat(publication["decision"]["on"])
    moment(publication["publishedAt"]), moment(publication["visibleFrom"])
    correction = publication.get("correction")
    if publication["version"] < 1 or (publication["version"] > 1) != bool(correction):
        yield f"publication.json: bản {publication['version']} có hay thiếu đính chính không đúng"
    if correction:
        what = "deduction" if "deduction" in correction else "code"
        yield from known("publication.json, correction", unit=correction["unit"], **{what: correction[what]})
    for name in ("claimed.json", "verified.json"):
        column = read(files, name)
        stated = {one["unit"]: [round_.unit(one)[what] for what in ("name", "group")] for one in column["units"]}
        yield from differences(name, {"year": column["year"], "units": stated}, {"year": year, "units": units})
    for unit in round_.units:
        for deduction in unit["deductions"]:
            if not (deduction.get("decision") or "").strip():
                yield f"answers.json, {unit['unit']}: điểm trừ {deduction['kind']} không có số quyết định"
    for i, row in enumerate(read(files, "findings.json")):
        yield from known(f"findings.json[{i}]", unit=row["unit"], code=row["code"], column=row["column"])
    for i, row in enumerate(read(files, "evidence.json") if "evidence.json" in files else []):
        yield from known(f"evidence.json[{i}]", unit=row["unit"])
        for fact in row["facts"]:
            yield from known(f"evidence.json[{i}]", fact=fact)
        if not re.fullmatch(r"[0-9a-f]{64}", row["sha256"]):
            yield f"evidence.json[{i}]: sha256 «{row['sha256']}» không phải mã kiểm"


# ---------------------------------------------------------------- Ed25519 (RFC 8032, 5.1) and signed notes (C2SP)

PRIME = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME


def plus(one, other):
    """The sum of two points in extended coordinates (x, y, z, t)."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2)
    c, d = 2 * t1 * t2 * CURVE, 2 * z1 * z2
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def times(factor, point):
    total = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = plus(total, point)
        point, factor = plus(point, point), factor >> 1
    return total


def point_of(encoded):
    number = int.from_bytes(encoded, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    square = (y * y - 1) * pow(CURVE * y * y + 1, PRIME - 2, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    if len(encoded) != 32 or y >= PRIME or (x * x - square) % PRIME or (x == 0 and odd):
        raise ValueError("không phải một điểm của đường cong")
    x = x if x & 1 == odd else PRIME - x
    return x, y, 1, x * y % PRIME


BASE = point_of((4 * pow(5, PRIME - 2, PRIME) % PRIME).to_bytes(32, "little"))


def is_signed(key, message, signature):
    """Whether these 64 bytes are the signature of the message by the owner of the key."""
    try:
        commitment, owner = point_of(signature[:32]), point_of(key)
    except ValueError:
        return False
    answer = int.from_bytes(signature[32:], "little")
    challenge = hashlib.sha512(signature[:32] + key + message).digest()
    left, right = times(answer, BASE), plus(commitment, times(int.from_bytes(challenge, "little") % ORDER, owner))
    return (len(signature) == 64 and answer < ORDER and (left[0] * right[2] - right[0] * left[2]) % PRIME == 0
            and (left[1] * right[2] - right[1] * left[2]) % PRIME == 0)


def decoded(text):
    """Base64 as there is only one of for these bytes; else nothing."""
    try:
        whole = base64.b64decode(text, validate=True)
    except ValueError:
        return b""
    return whole if base64.b64encode(whole).decode() == text else b""


class Key:
    """A key as name+hash+key."""

    def __init__(self, written):
        self.written = written.strip()
        self.name, digest, typed = (self.written + "++").split("+", 2)
        typed = decoded(typed[:-2])
        self.raw, self.id = typed[1:], hashlib.sha256(self.name.encode() + b"\n" + typed).digest()[:4]
        if not self.name or len(typed) != 33 or typed[0] != 1 or digest != self.id.hex():
            raise Unreadable("không phải một khoá kiểm tra (tên+băm+khoá)")

    def opens(self, note):
        """The text of a note, and whether the owner of the key signed it."""
        text, _, signatures = note.rpartition("\n\n")
        text, start = text + "\n", f"— {self.name} "
        for line in signatures.split("\n") if note.endswith("\n") else []:
            if line.startswith(start):
                whole = decoded(line[len(start):])
                if whole[:4] == self.id and is_signed(self.raw, text.encode(), whole[4:]):
                    return text, True
        return text, False


# ---------------------------------------------------------------- the ledger (RFC 6962, 2.1)

def leaf(payload):
    return hashlib.sha256(b"\0" + payload.encode()).digest()


def tree(hashes, at=0):
    """The root over hashes of 32 bytes each, and the path that leads there from the one at a place."""
    path = []
    while len(hashes) > 32:
        pairs, beside = len(hashes) // 64 * 64, (at ^ 1) * 32
        if beside < len(hashes):
            path.append(hashes[beside:beside + 32])
        hashes = b"".join(hashlib.sha256(b"\1" + hashes[i:i + 64]).digest() for i in range(0, pairs, 64)) + hashes[pairs:]
        at //= 2
    return hashes or hashlib.sha256().digest(), path


class Ledger:
    """The signature of a published bundle, and the ledger in it."""

    def __init__(self, files, publication, key):
        self.files, self.publication = files, publication
        self.own = text_of(files, "ledger/key.txt").strip()
        self.key, self.given = Key(key or self.own), key
        self.leaves = b""

    def differences(self, receipts, remarks):
        if self.key.written != self.own:
            yield "ledger/key.txt: khoá trong gói không phải khoá được đưa vào bằng --key"
        yield from self.signature()
        yield from self.hashes()
        events = text_of(self.files, "ledger/events.jsonl").split("\n")[:-1]
        yield from self.events(events)
        for name in receipts:
            yield from self.receipt(name)
        if remarks is not None:
            remarks.append(f"Chữ ký của khoá {self.key.name}; nhật ký {len(self.leaves) // 32} sự kiện, "
                           f"{len(events)} sự kiện công khai; {len(receipts)} biên nhận.")
            if not self.given:
                remarks.append(f"Khoá lấy từ chính gói này, hãy so với khoá in trong quyết định: {self.own}")

    def note(self, name):
        text, right = self.key.opens(text_of(self.files, name))
        return text, [] if right else [f"{name}: không có chữ ký đúng của khoá {self.key.name}"]

    def signature(self):
        text, wrong = self.note("SIGNATURE.txt")
        yield from wrong
        sums = text_of(self.files, "SHA256SUMS")
        digest = hashlib.sha256(sums.encode()).hexdigest()
        head = f"thangdiem-bundle/1\n{self.publication['round']}\n{self.publication['version']}\n{digest}\n"
        if text != head + sums:
            yield "SHA256SUMS: không phải tệp đã được ký trong SIGNATURE.txt"

    @staticmethod
    def checkpoint(text):
        """How many events, and their root."""
        lines = text.split("\n")
        root = decoded(lines[2]) if len(lines) > 3 and re.fullmatch("0|[1-9][0-9]{0,17}", lines[1]) else b""
        return (int(lines[1]), root) if lines[0] and len(root) == 32 else (None, None)

    def hashes(self):
        text, wrong = self.note("ledger/checkpoint.txt")
        yield from wrong
        size, root = self.checkpoint(text)
        if root is None:
            yield "ledger/checkpoint.txt: không phải một điểm chốt"
        lines = self.files["ledger/leaves.txt"]
        for at in range(0, len(lines), 65):
            if not re.fullmatch(b"[0-9a-f]{64}\n", lines[at:at + 65]):
                yield f"ledger/leaves.txt: dòng {at // 65 + 1} không phải 64 chữ số thập lục phân"
                return
        self.leaves = bytes.fromhex(lines.decode())
        if root and size != len(self.leaves) // 32:
            yield f"ledger/leaves.txt: có {len(self.leaves) // 32} giá trị băm, điểm chốt chứng nhận {size}"
        elif root and tree(self.leaves)[0] != root:
            yield "ledger/leaves.txt: gốc tính được khác gốc đã ký trong ledger/checkpoint.txt"

    def holds(self, position, payload):
        return isinstance(position, int) and position >= 0 and self.leaves[32 * position:][:32] == leaf(payload)

    def events(self, lines):
        version, last, about, adopted = self.publication["version"], -1, None, False
        for number, line in enumerate(lines, 1):
            where = f"ledger/events.jsonl:{number}"
            event = parsed(where, line)
            position, payload = event["position"], parsed(where, event["payload"])
            if position <= last:
                yield f"{where}: vị trí {position} không lớn hơn vị trí của dòng trước"
            if not self.holds(position, event["payload"]):
                yield f"{where}: giá trị băm của sự kiện không đứng ở vị trí {position} của nhật ký"
            about, last = about or payload.get("round"), position
            if payload.get("round") != about:
                yield f"{where}: sự kiện của một đợt khác"
            said = payload.get("data", {})
            if payload["kind"] == ("ROUND_ADOPTED" if version == 1 else "CORRECTION_APPROVED") \
                    and said.get("version") == str(version):
                adopted = True
                found = hashlib.sha256(self.files["results.json"]).hexdigest()
                if said.get("results") != found:
                    yield f"{where}: hội đồng thông qua results.json có SHA-256 {said.get('results')}, công bố {found}"
        if not adopted:
            yield f"ledger/events.jsonl: không có sự kiện thông qua bản {version}"

    def receipt(self, name):
        """A receipt that somebody holds: this ledger must begin with theirs and hold the event at its place."""
        try:
            with open(name, encoding="utf-8") as file:
                receipt = parsed(name, file.read(1 << 20))
        except (OSError, ValueError) as problem:
            raise Unreadable(f"{name}: {problem}") from problem
        payload = parsed(name, receipt["payload"])
        at = moment(payload["at"]).astimezone(datetime.timezone(datetime.timedelta(hours=7)))
        says = dict(payload.get("data", {}), kind=payload["kind"], at=at.strftime("%d/%m/%Y %H:%M:%S"))
        yield from differences(f"{name} · says", receipt["says"], says)
        text, right = self.key.opens(receipt["checkpoint"])
        if receipt["format"] != "thangdiem-receipt/1" or receipt["key"] != self.key.written or not right:
            yield f"{name}: không có chữ ký đúng của khoá {self.key.name}"
        size, root = self.checkpoint(text)
        if root is None or size * 32 > len(self.leaves):
            raise Unreadable(f"{name}: điểm chốt không đọc được, hoặc sau nhật ký của gói này ({size} sự kiện)")
        found, path = tree(self.leaves[:size * 32], receipt["position"])
        if found != root:
            yield f"{name}: điểm chốt của biên nhận ({size} sự kiện) khác nhật ký của gói"
        if not self.holds(receipt["position"], receipt["payload"]):
            yield f"{name}: sự kiện của biên nhận không đứng ở vị trí {receipt['position']} của nhật ký"
        if [step.hex() for step in path] != receipt["inclusion"]:
            yield f"{name}: các giá trị băm không dẫn từ sự kiện tới gốc"


def main(arguments):
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bundles", metavar="GÓI.zip", nargs="+")
    options.add_argument("--key", metavar="KHOÁ", help="khoá in trong quyết định hoặc trên biên nhận")
    options.add_argument("--receipt", metavar="TỆP", action="append", default=[], help="biên nhận mà đơn vị giữ")
    given = options.parse_args(arguments)
    worst = 0
    for path in given.bundles:
        wrong, remarks, verdict = [], [], 1
        try:
            for one in verify(path, given.key, given.receipt, remarks):
                wrong.append(one)
        except Unreadable as problem:
            wrong, verdict = [f"KHÔNG ĐỌC ĐƯỢC. {problem}"] + wrong, 2
        if wrong:
            print(f"{path}: KHÔNG ĐẠT, {len(wrong)} chỗ khác:")
            for one in wrong[:20]:
                print(f"  {one}")
            worst = max(worst, verdict)
        else:
            print(f"{path}: ĐẠT. Mọi điểm, tổng, xếp loại và thứ hạng tính lại đều đúng như công bố.")
            for remark in remarks:
                print(f"  {remark}")
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
