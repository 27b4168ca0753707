/* For the proof under Wine only, never shipped: Wine lacks WcsCreateIccProfile, by which Qt asks for the screen's colours. */
#define OUT __declspec(dllexport)
OUT void *OpenColorProfileW(void *p, unsigned a, unsigned s, unsigned c) { return (void)p, (void)a, (void)s, (void)c, (void *)0; }
OUT int CloseColorProfile(void *p) { return (void)p, 1; }
OUT void *WcsOpenColorProfileW(void *a, void *b, void *c, unsigned d, unsigned e, unsigned f, unsigned g) {
  return (void)a, (void)b, (void)c, (void)d, (void)e, (void)f, (void)g, (void *)0;
}
OUT void *WcsCreateIccProfile(void *p, unsigned o) { return (void)p, (void)o, (void *)0; }
OUT int GetColorProfileFromHandle(void *p, void *b, unsigned *n) { return (void)p, (void)b, n ? (*n = 0) : 0, 0; }
OUT int GetColorProfileElement(void *p, unsigned t, unsigned o, unsigned *n, void *b, int *r) {
  return (void)p, (void)t, (void)o, (void)n, (void)b, (void)r, 0;
}
OUT int GetColorDirectoryW(void *m, void *b, unsigned *n) { return (void)m, (void)b, (void)n, 0; }
OUT int WcsGetDefaultColorProfile(void) { return 0; }
OUT int WcsGetDefaultColorProfileSize(void) { return 0; }
int DllMain(void *a, unsigned b, void *c) { return (void)a, (void)b, (void)c, 1; }
