// The suites of a browser, and those of test/vscode that need no file: an extension in a browser does the same.

import './browser.suite';
import '../vscode/diagnostics.suite';
import '../vscode/language.suite';
import '../vscode/editing.suite';
import '../vscode/commands.suite';
import '../vscode/diagram.suite';
import '../vscode/include.suite';
import '../vscode/timeline.suite';
