package isnad

import "time"

// Role is what a person may do at the desk. Each role may do what those before
// it may.
type Role string

const (
	RoleContributor Role = "contributor" // reads the queues, proposes other readings of a claim
	RoleEditor      Role = "editor"      // decides on claims; divides, joins and links incidents
	RoleReviewer    Role = "reviewer"    // confirms incidents, undoes what others did
	RoleAdmin       Role = "admin"       // says who has an account
)

// Roles lists every role, the one that may least first.
func Roles() []Role { return []Role{RoleContributor, RoleEditor, RoleReviewer, RoleAdmin} }

// rank is the place of a role among Roles, from 1; 0 for what is no role.
func (r Role) rank() int {
	for i, x := range Roles() {
		if x == r {
			return i + 1
		}
	}
	return 0
}

// Valid tells whether r is one of Roles.
func (r Role) Valid() bool { return r.rank() > 0 }

// Covers tells whether r may do what least may. What is no role covers nothing
// and is covered by nothing.
func (r Role) Covers(least Role) bool { return r.Valid() && least.Valid() && r.rank() >= least.rank() }

// Person is someone who has, or had, an account at the desk. What proves that it
// is them (a password) is kept apart and never handed out with it.
type Person struct {
	ID      string    `json:"id"`               // 'u' and 20 hexadecimal digits, drawn at random; never given to another
	Name    string    `json:"name"`             // what they sign in with and what stands beside their acts
	Role    Role      `json:"role"`             //
	Added   time.Time `json:"added"`            // UTC
	Removed time.Time `json:"removed,omitzero"` // when the account ended; the person stays, since acts name them
}

// May tells whether the person has an account whose role covers least.
func (p *Person) May(least Role) bool { return p != nil && p.Removed.IsZero() && p.Role.Covers(least) }
