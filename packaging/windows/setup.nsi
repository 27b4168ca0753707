; Per machine, for 64-bit Windows 10 1809 or newer. setup.exe /S installs silently, /AUTOSTART=1 starts the desk with Windows,
; /RESTART=1 (the desk's own updates) starts the desk again for whoever sits there.
; uninstall.exe /S keeps what desks have written; /DELETEDATA=1 takes that of this user away too.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include Sections.nsh

!define KEY "Software\GatehouseDesk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\GatehouseDesk"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define OLDEST_BUILD 17763

Name "Gatehouse Desk"
OutFile "${OUT}"
!ifdef FAST
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\Gatehouse Desk"
InstallDirRegKey HKLM "${KEY}" "InstallDir"
ManifestDPIAware true
BrandingText "Gatehouse Desk ${VERSION}"
VIProductVersion "${VERSION_DOTS}"
VIAddVersionKey "ProductName" "Gatehouse Desk"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Gatehouse Desk setup"
VIAddVersionKey "CompanyName" "${MAKER}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\gatehouse-desk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString TOO_OLD ${LANG_ENGLISH} "Gatehouse Desk needs 64-bit Windows 10 version 1809 or newer. Nothing was installed."
LangString TOO_OLD ${LANG_SIMPCHINESE} "门岗台需要 64 位 Windows 10 1809 或更新的系统。没有安装任何东西。"
LangString STILL_RUNS ${LANG_ENGLISH} "Gatehouse Desk is still open. Please close it, then start setup again. Nothing was changed."
LangString STILL_RUNS ${LANG_SIMPCHINESE} "门岗台还开着。请先关闭它，再重新运行安装程序。什么都没有改动。"
LangString PROGRAM ${LANG_ENGLISH} "Gatehouse Desk"
LangString PROGRAM ${LANG_SIMPCHINESE} "门岗台"
LangString AUTOSTART ${LANG_ENGLISH} "Start with Windows"
LangString AUTOSTART ${LANG_SIMPCHINESE} "开机时自动启动"
LangString DATA ${LANG_ENGLISH} "Delete everything recorded by this user"
LangString DATA ${LANG_SIMPCHINESE} "删除本用户记下的全部数据"

!macro REFUSE TEXT
  IfSilent +2
  MessageBox MB_ICONSTOP|MB_OK "${TEXT}"
  SetErrorLevel 1602
  Quit
!macroend

; A running program holds its file open: then nothing may be half replaced. Silently it is given a minute to end: the desk calls
; setup for its update and then closes.
!macro NOT_RUNNING
  ${If} ${FileExists} "$INSTDIR\gatehouse-desk.exe"
    StrCpy $1 120
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\gatehouse-desk.exe" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      IntOp $1 $1 - 1
      ${If} $1 < 1
      ${OrIfNot} ${Silent}
        !insertmacro REFUSE "$(STILL_RUNS)"
      ${EndIf}
      Sleep 500
    ${Loop}
  ${EndIf}
!macroend

Section "!$(PROGRAM)" SEC_PROGRAM
  SectionIn RO
  SetShellVarContext all
  SetRegView 64
  !insertmacro NOT_RUNNING
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\lib"
  ${If} ${FileExists} "$INSTDIR\gatehouse-desk.exe"  ; what an older version had beside it and this one has not
    Delete "$INSTDIR\*.dll"
    Delete "$INSTDIR\*.zip"
    Delete "$INSTDIR\*._pth"
  ${EndIf}
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Gatehouse Desk.lnk" "$INSTDIR\gatehouse-desk.exe"
  WriteRegStr HKLM "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Gatehouse Desk 门岗台"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\gatehouse-desk.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "${MAKER}"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section /o "$(AUTOSTART)" SEC_AUTOSTART
  SetRegView 64
  WriteRegStr HKLM "${RUN}" "GatehouseDesk" '"$INSTDIR\gatehouse-desk.exe"'
SectionEnd

Function .onInit
  SetRegView 64
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro REFUSE "$(TOO_OLD)"
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AUTOSTART=" $R1
  ${If} $R1 == 1
    !insertmacro SelectSection ${SEC_AUTOSTART}
  ${EndIf}
FunctionEnd

; Through the shell of whoever sits there, so that the desk does not inherit the administrator's rights.
Function .onInstSuccess
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/RESTART=" $R1
  ${If} $R1 == 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\gatehouse-desk.exe"'
  ${EndIf}
FunctionEnd

Section "un.$(PROGRAM)"
  SectionIn RO
  SetShellVarContext all
  SetRegView 64
  !insertmacro NOT_RUNNING
  RMDir /r "$INSTDIR\lib"
!include "${TOP_FILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Gatehouse Desk.lnk"
  DeleteRegValue HKLM "${RUN}" "GatehouseDesk"
  DeleteRegKey HKLM "${UNINSTALL}"
  DeleteRegKey HKLM "${KEY}"
SectionEnd

Section /o "un.$(DATA)" SEC_DATA
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\gatehouse-desk"
SectionEnd

Function un.onInit
  SetRegView 64
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DELETEDATA=" $R1
  ${If} $R1 == 1
    !insertmacro SelectSection ${SEC_DATA}
  ${EndIf}
FunctionEnd
