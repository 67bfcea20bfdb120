package site

// Password is that of everybody whom Hire adds.
const Password = password

// CasesOver and Hire are for tests from outside of the package.
var (
	CasesOver = casesOver
	Hire      = hire
)
