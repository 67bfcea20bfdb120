package site

// CasesOver is for tests from outside of the package.
var CasesOver = casesOver
