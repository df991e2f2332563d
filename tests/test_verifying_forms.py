"""Form fields, and what a file runs or sends: found, told, and said as a screen reader says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name, String
from test_verifying_problems import GOOD

from briefing.cli.verification import as_text
from briefing.verifying import ActionFound, FormField, Inspection, problems_of
from briefing.verifying.inspecting.inspect import inspect


def read(made: Made) -> Inspection:
    return inspect(made.data(), file="odd.pdf")


def field(made: Made, kind: str = "Tx", flags: int = 0, page: int = 1, **entries: object) -> Dictionary:
    widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 9, 9]), FT=Name(f"/{kind}"), Ff=flags)
    return listed(made, made.annotate(widget, page, **entries))


def listed(made: Made, annotation: Dictionary) -> Dictionary:
    """Name a field in the form of the document."""
    if "/AcroForm" not in made.root:
        made.root.AcroForm = Dictionary(Fields=Array())
    made.root.AcroForm.Fields.append(annotation)
    return annotation


def script(code: str = "app.alert(1)") -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(code))


def form() -> Made:
    made = Made(words("Fill in"), words("Page two"))
    field(made, TU=String("Your name"), T=String("n"))
    field(made, "Btn", T=String("agree"))
    field(made, "Btn", 1 << 15, page=2, TU=String("Yes"))
    field(made, "Btn", 1 << 16, page=2, TU=String("Send"))
    field(made, "Ch", page=2, TU=String("Town"))
    field(made, "Ch", 1 << 17, page=2, TU=String("County"))
    field(made, "Sig", page=2)
    return made


def test_fields_are_listed_with_the_names_that_they_have():
    assert read(form()).form_fields == (
        FormField(1, "text field", "Your name", described=True),
        FormField(1, "check box", "agree", described=False),
        FormField(2, "radio button", "Yes", described=True),
        FormField(2, "button", "Send", described=True),
        FormField(2, "list", "Town", described=True),
        FormField(2, "drop-down list", "County", described=True),
        FormField(2, "signature field", "", described=False),
    )


def test_a_field_inherits_what_it_does_not_say():
    made = Made()
    parent = made.pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=1 << 15, TU=String("Choose")))
    parent.Kids = Array([made.annotate(Dictionary(Subtype=Name.Widget, Parent=parent))])
    listed(made, parent)
    listed(made, made.annotate(Dictionary(Subtype=Name.Widget)))
    assert read(made).form_fields == (
        FormField(1, "radio button", "Choose", described=True),
        FormField(1, "form field", "", described=False),
    )


def test_fields_of_an_untagged_file_are_heard_after_the_text_of_their_page():
    assert read(form()).speech[1:] == (
        "Page 1",
        "Fill in",
        "Edit: Your name",
        "Check box without a name",
        "Page 2",
        "Page two",
        "Radio button: Yes",
        "Button: Send",
        "List: Town",
        "Combo box: County",
        "Signature field without a name",
    )


def test_tagged_fields_are_heard_where_they_stand():
    made = Made(words("Before", "After"))
    name, box = field(made, TU=String("Your name")), field(made, "Btn")
    made.tag(("P", 0), ("Form", made.annotation(name)), ("Form", made.annotation(box)), ("Form",), ("P", 1))
    found = read(made)
    assert [tag.control for tag in found.tags or ()] == ["", "text field", "check box", "", ""]
    assert found.speech == (
        "Before",
        "Edit: Your name",
        "Check box without a name",
        "Form field without a name",
        "After",
    )


def test_the_report_lists_the_fields():
    fields = (FormField(1, "text field", "Your name", described=True), FormField(2, "button", "", described=False))
    assert """
Forms
  page 1: text field “Your name”
  page 2: button (no name for screen readers)
""" in as_text(replace(GOOD, form_fields=fields))


def test_whatever_runs_or_sends_is_found_wherever_it_is():
    made = Made(b"", b"")
    made.root.OpenAction = script()
    made.root.AA = Dictionary(WC=Dictionary(S=Name.SubmitForm, F=String("https://example.org/all")))
    made.root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script("b")])))
    made.root.AcroForm = Dictionary(Fields=Array([Dictionary(A=Dictionary(S=Name.ImportData, F=String("a.fdf")))]))
    mark = made.pdf.make_indirect(Dictionary(Title=String("x"), A=Dictionary(S=Name.Launch, F=String("b.exe"))))
    made.root.Outlines = Dictionary(First=mark)
    made.page(2).AA = Dictionary(O=Dictionary(S=Name.Launch, Win=Dictionary(F=String("calc.exe"))))
    made.link((0, 0, 9, 9), "JavaScript:alert(1)", page=2)
    after = Dictionary(S=Name.GoTo, Next=Array([Dictionary(S=Name.Launch, F=Dictionary(UF=String("c.exe")))]))
    made.annotate(Dictionary(Subtype=Name.Link, A=after), 2)
    assert set(read(made).actions) == {
        ActionFound("JavaScript"),
        ActionFound("SubmitForm", object="https://example.org/all"),
        ActionFound("ImportData", object="a.fdf"),
        ActionFound("Launch", object="b.exe"),
        ActionFound("Launch", 2, "calc.exe"),
        ActionFound("JavaScript", 2),
        ActionFound("Launch", 2, "c.exe"),
    }


def test_actions_that_lead_back_to_themselves_end():
    made = Made()
    first = made.pdf.make_indirect(script())
    first.Next = Array([first, first])
    made.root.OpenAction = first
    mark = made.pdf.make_indirect(Dictionary(A=first))
    mark.Next = mark.First = mark
    made.root.Outlines = Dictionary(First=mark)
    assert read(made).actions == (ActionFound("JavaScript"),)


def test_links_and_pages_run_nothing():
    made = Made()
    made.link((0, 0, 9, 9), "https://example.org")
    made.root.OpenAction = Dictionary(S=Name.GoTo, D=Array([made.page(), Name.Fit]))
    assert read(made).actions == ()


@pytest.mark.parametrize(
    ("actions", "told", "page"),
    [
        ((ActionFound("JavaScript"),), "JavaScript", None),
        (
            (ActionFound("JavaScript"), ActionFound("JavaScript", 3), ActionFound("Launch", 2, "calc.exe")),
            "JavaScript, JavaScript (page 3) and the start of a program “calc.exe” (page 2)",
            2,
        ),
        (
            (ActionFound("SubmitForm", object="https://example.org"), ActionFound("ImportData")),
            "a form that is sent to “https://example.org” and an import of data",
            None,
        ),
        (
            tuple(ActionFound("JavaScript", number) for number in range(1, 9)),
            "JavaScript (page 1), JavaScript (page 2), JavaScript (page 3), JavaScript (page 4), JavaScript (page 5) "
            "and more",
            1,
        ),
    ],
)
def test_what_runs_is_one_warning(actions, told, page):
    (problem,) = problems_of(replace(GOOD, actions=actions))
    assert (problem.gravity, problem.id, problem.page) == ("warning", "runs-something", page)
    assert problem.message == f"The file holds what runs or sends something: {told}."
    assert problem.hint == "Leave it out unless readers need it: many viewers warn of it, or refuse it."
