"""The program: its commands, its global options, and the one place where errors end."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.exceptions import TyperException

from harborward.bootstrap import Wiring
from harborward.cli import deid, demo, doctor, find, policies, score, show
from harborward.cli.console import Exit, say
from harborward.domain.errors import HarborwardError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_EPILOG: Final = """\b
Examples:
  harborward demo                                          see it work on invented notes
  harborward deid notes/ --out released/                   a folder of text files
  harborward deid visits.csv --columns note --out released/
  cat note.txt | harborward deid - > note.out.txt
  harborward find notes.jsonl --out findings.jsonl

\b
Exit codes: 0 clean, 1 error, 2 usage, 3 something was quarantined."""

_INTERRUPTED: Final = "error: interrupted. Run again to go on: finished work is kept"

app = typer.Typer(
    name="harborward",
    help="De-identify clinical text (HIPAA Safe Harbor, 45 CFR 164.514).",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - the shape of a callback
    if wanted:
        try:
            shown = version("harborward")
        except PackageNotFoundError:
            shown = "from a source tree"
        typer.echo(f"harborward {shown}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_version, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    if context.obj is None:
        context.obj = Wiring()


for _command in (deid, find, score, show, demo, doctor, policies):
    _command.register(app)


def main(arguments: Sequence[str] | None = None, wiring: Wiring | None = None) -> int:
    """Run one command and return its exit code. No traceback and no value gets out."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        result = app(args=given, prog_name="harborward", standalone_mode=False, obj=wiring)
    except HarborwardError as error:
        say(f"error: {error}")
        return Exit.USAGE if isinstance(error, UsageError) else Exit.ERROR
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the message is the help text
            typer.echo(error.message)
            return Exit.USAGE
        say(f"error: {_usage(error)}. See harborward --help")
        return Exit.USAGE
    except (KeyboardInterrupt, typer.Abort):
        say(_INTERRUPTED)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.ERROR
    # The outermost driver: the message of an unforeseen error may quote a document.
    except Exception as error:  # noqa: BLE001 - said, exit code 1
        say(f"error: internal failure {_place(error)}. Please report this line")
        return Exit.ERROR
    code = int(result or Exit.CLEAN)
    if code == Exit.INTERRUPTED:  # the framework has caught a KeyboardInterrupt
        say(_INTERRUPTED)
    return code


def _usage(error: TyperException) -> str:
    """Return what was wrong with the words of the command, without repeating a value."""
    kind = type(error).__name__
    hint = _hint(error)
    if kind == "NoSuchOption":
        close = sorted(getattr(error, "possibilities", None) or ())
        return f"there is no such option{'; did you mean ' + close[0] + '?' if close else ''}"
    if kind == "MissingParameter":
        return f"{hint or 'an argument'} is missing"
    if kind == "BadParameter":
        return f"the value of {hint or 'an argument'} does not fit"
    if kind == "BadOptionUsage":
        return f"option {getattr(error, 'option_name', '')} needs a value, or takes none"
    return "the command and its arguments do not fit together"


def _hint(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    options = [word for word in getattr(parameter, "opts", ()) if word.startswith("-")]
    return "/".join(options) or str(getattr(parameter, "metavar", None) or "")


def _place(error: BaseException) -> str:
    """Return the kind of an error and the line of our code that it passed last."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "harborward" in code.co_filename:
            place = (
                f" at {code.co_filename.rsplit('harborward', 1)[-1].lstrip('/')}:{trace.tb_lineno}"
            )
        trace = trace.tb_next
    return f"{type(error).__name__}{place}"
