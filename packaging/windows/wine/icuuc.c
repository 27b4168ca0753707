/* For the proof under Wine only, never shipped: Windows has an icuuc.dll of its own, Wine has none. Qt asks it for text
 * converters of rare encodings; here every one "cannot be opened". */
typedef int UErrorCode;
#define OUT __declspec(dllexport)
enum { U_FILE_ACCESS_ERROR = 4, U_UNSUPPORTED_ERROR = 16 };

OUT void *ucnv_open(const char *name, UErrorCode *error) {
  (void)name;
  if (error) *error = U_UNSUPPORTED_ERROR;
  return 0;
}
OUT const char *ucnv_getName(void *converter, UErrorCode *error) {
  (void)converter;
  if (error) *error = U_UNSUPPORTED_ERROR;
  return "";
}
OUT const char *ucnv_getStandardName(const char *name, const char *standard, UErrorCode *error) {
  (void)name, (void)standard;
  if (error) *error = U_UNSUPPORTED_ERROR;
  return 0;
}
#define NOTHING(name) \
  OUT void name(void) {}
NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_setSubstString)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
OUT signed char ucnv_getMaxCharSize(void *converter) { return (void)converter, 4; }
OUT int ucnv_toUCountPending(void *converter, UErrorCode *error) { return (void)converter, (void)error, 0; }
OUT int ucnv_fromUCountPending(void *converter, UErrorCode *error) { return (void)converter, (void)error, 0; }
OUT const char *ucnv_getAvailableName(int n) { return (void)n, (const char *)0; }
OUT int ucnv_countAvailable(void) { return 0; }
int DllMain(void *a, unsigned b, void *c) { return (void)a, (void)b, (void)c, 1; }
