/* gatehouse-desk.exe (a window) and gatehouse-desk-console.exe (a command line): Python with the program in it.
 * -I: nothing of the user's own Python gets in. */
#include <windows.h>

__declspec(dllimport) int Py_Main(int, wchar_t **);

static const wchar_t *const BEFORE[] = {L"-I", L"-X", L"utf8", L"-m", L"gatehouse_start"};
enum { COUNT = sizeof BEFORE / sizeof *BEFORE };

static int start(int argc, wchar_t **argv) {
  wchar_t **words = HeapAlloc(GetProcessHeap(), 0, sizeof(wchar_t *) * (argc + COUNT + 1));
  if (!words) return 1;
  words[0] = argv[0];
  for (int i = 0; i < COUNT; i++) words[i + 1] = (wchar_t *)BEFORE[i];
  for (int i = 1; i < argc; i++) words[i + COUNT] = argv[i];
  words[argc + COUNT] = 0;
  return Py_Main(argc + COUNT, words);
}

#ifdef CONSOLE
int wmain(int argc, wchar_t **argv) { return start(argc, argv); }
#else
int WINAPI wWinMain(HINSTANCE here, HINSTANCE before, LPWSTR line, int show) {
  (void)here, (void)before, (void)line, (void)show;
  return start(__argc, __wargv);
}
#endif
