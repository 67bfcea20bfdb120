// Package people knows who is at the desk: names, passwords, links that make an
// account, and sessions.
//
// [People] joins the store, which keeps people, with what it may not know: how a
// password is hashed and what a sign-in costs. It reads the clock and draws random
// numbers; the pages and the command line call it.
//
//   - A password is kept as argon2id, a token as its SHA-256: who reads the
//     database can sign in with neither.
//   - A sign-in that fails takes as long for a name that nobody has. After
//     [FreeFailures] in a row a name must wait, a second at first and twice as long
//     with each further failure, up to [MaxWait]; those who are signed in already
//     are not disturbed. No more than two passwords are hashed at once.
//   - A new password or role ends all sessions of the person, in the same
//     transaction.
//
// Further ways to prove who one is (passkeys, a provider, a second factor) would
// stand beside [People.SignIn] and end, as it does, in People.begin.
package people
