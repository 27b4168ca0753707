"""For the proof under Wine only, never shipped: functions of C99 that Wine's C runtime lacks and NumPy imports.

`math_shim.py FOLDER`: points NumPy's files below FOLDER at a DLL with a name of the same length, and writes that DLL's source
(shim.c, shim.def) to the current folder. Needs pefile.
"""

import sys
from pathlib import Path

import pefile

THEIRS, OURS = b"api-ms-win-crt-math-l1-1-0.dll", b"gat-ms-win-crt-math-l1-1-0.dll"
UNARY = ("csin", "ccos", "ctan", "csinh", "ccosh", "ctanh", "cexp")
PARTS = ("creal", "cimag", "carg", "cabs")
SOURCE = """#include <complex.h>
#include <math.h>
typedef struct { float r, i; } fc;
typedef struct { double r, i; } dc;
static float _Complex F(fc z) { float _Complex c; __real__ c = z.r; __imag__ c = z.i; return c; }
static double _Complex D(dc z) { double _Complex c; __real__ c = z.r; __imag__ c = z.i; return c; }
static fc f(float _Complex c) { fc z = {__real__ c, __imag__ c}; return z; }
static dc d(double _Complex c) { dc z = {__real__ c, __imag__ c}; return z; }
fc m_cpowf(fc a, fc b) { return f(cpowf(F(a), F(b))); }
dc m_cpow(dc a, dc b) { return d(cpow(D(a), D(b))); }
float m_crealf(fc z) { return z.r; }
double m_creal(dc z) { return z.r; }
float m_cimagf(fc z) { return z.i; }
double m_cimag(dc z) { return z.i; }
float m_cargf(fc z) { return atan2f(z.i, z.r); }
double m_carg(dc z) { return atan2(z.i, z.r); }
float m_cabsf(fc z) { return hypotf(z.r, z.i); }
double m_cabs(dc z) { return hypot(z.r, z.i); }
int DllMain(void *a, unsigned b, void *c) { return (void)a, (void)b, (void)c, 1; }
"""


def pointed(folder: Path) -> set[str]:
    """Points the files at the shim; the names they import from it."""
    names: set[str] = set()
    for path in [*folder.rglob("*.pyd"), *folder.rglob("*.dll")]:
        if "numpy" not in str(path.relative_to(folder)) or THEIRS not in (data := path.read_bytes()):
            continue
        read = pefile.PE(data=data, fast_load=True)
        read.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in read.DIRECTORY_ENTRY_IMPORT:
            names |= {one.name.decode() for one in entry.imports} if entry.dll == THEIRS else set()
        path.write_bytes(data.replace(THEIRS, OURS))
    return names


def export(name: str) -> str:
    """Where a function comes from: the source above, or Wine's runtime, where long double is double as on Windows."""
    known = {*UNARY, *PARTS, "cpow"}
    if name in known or (name.endswith("f") and name[:-1] in known):
        return f"m_{name}"
    if name.endswith("l") and name[:-1] in known:
        return f"m_{name[:-1]}"
    if name == "_ldclass":
        return "ucrtbase._dclass"
    return f"ucrtbase.{name[:-1] if name.endswith('l') and name != 'ceil' else name}"


if __name__ == "__main__":
    found = sorted(pointed(Path(sys.argv[1])))
    more = "".join(
        f"fc m_{one}f(fc z) {{ return f({one}f(F(z))); }}\ndc m_{one}(dc z) {{ return d({one}(D(z))); }}\n"
        for one in UNARY
    )
    Path("shim.c").write_text(SOURCE + more, encoding="ascii")
    lines = "".join(f"  {name}={export(name)}\n" for name in found)
    Path("shim.def").write_text(f"LIBRARY {OURS.decode()}\nEXPORTS\n{lines}", encoding="ascii")
    print(f"{len(found)} functions")
