// Package people knows who is at the desk: names, what proves who somebody is,
// links that make an account, sessions, and the record of all that.
//
// [People] joins the store, which keeps people, with what it may not know: how a
// password is hashed, what a device signs and what a sign-in costs. It reads the
// clock and draws random numbers; the pages and the command line call it.
//
//   - A password is kept as argon2id, a token or a recovery code as its SHA-256, a
//     passkey as its public key: who reads the database can sign in with none of
//     them. The key of an app for one-time codes has to be kept as it is.
//   - A sign-in that fails takes as long for a name that nobody has. After
//     [FreeFailures] in a row a name must wait, a second at first and twice as long
//     with each further failure, up to [MaxWait]; those who are signed in already
//     are not disturbed. Wrong codes make a person wait in the same way, counted
//     apart. No more than two passwords are hashed at once.
//   - One factor may not be enough: [People.SignIn] then gives a token with which
//     [People.Second] or [People.SecondPasskey] goes on. A passkey, which its device
//     unlocks for its owner only, is two factors.
//   - Whose role needs two factors and has one ([Options].Second) has a [Seat] on
//     which nothing can be done but add another.
//   - What a session begins with is used up in the transaction that begins it: a
//     code, a recovery code, a challenge works once, whoever comes at the same time.
//   - A new password or role ends all sessions of the person, in the same
//     transaction; so does [People.Reset], which takes away everything else too.
//
// Every way to sign in ends in People.begin.
package people
