package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"isnad"
	"isnad/internal/people"
)

// userCommand is about people at the desk. Passwords come from standard input or
// are asked for on the terminal: an argument would stand in the list of processes
// and in the history of the shell.
type userCommand struct {
	Add    userAdd    `cmd:"" help:"Give somebody an account. The password is one line on standard input, or asked for on a terminal."`
	List   userList   `cmd:"" help:"List people and their roles."`
	Role   userRole   `cmd:"" help:"Give somebody another role; their sessions end."`
	Passwd userPasswd `cmd:"" help:"Give somebody another password; their sessions end. The password is read as by add."`
	Reset  userReset  `cmd:"" help:"Take away all that somebody signs in with (password, passkeys, codes, logins) and print a link, once, with which they set a new password."`
	Remove userRemove `cmd:"" help:"End an account and its sessions. The name stays beside what the person did."`
}

type userAdd struct {
	Name string `arg:"" help:"Name to sign in with, as it will stand beside the person's acts."`
	Role string `help:"contributor (proposes), editor (decides), reviewer (confirms, undoes), admin (gives accounts)." enum:"contributor,editor,reviewer,admin" default:"editor"`
}

// Run adds somebody.
func (u *userAdd) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	if _, err := people.CheckName(u.Name); err != nil {
		return advised(err)
	}
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	password, err := readPassword(c, u.Name)
	if err != nil {
		return err
	}
	x, err := people.New(h.store).Add(ctx, u.Name, isnad.Role(u.Role), password)
	if err != nil {
		return advised(err)
	}
	return tellPeople(c, cmds, x)
}

type userList struct{}

// Run lists everybody.
func (userList) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	all, err := people.New(h.store).All(ctx)
	if err != nil {
		return err
	}
	return tellPeople(c, cmds, all...)
}

type userRole struct {
	Name string `arg:""`
	Role string `arg:"" enum:"contributor,editor,reviewer,admin"`
}

// Run changes a role.
func (u *userRole) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return withPerson(ctx, cmds, log, u.Name, func(p *people.People, x isnad.Person) error {
		return p.SetRole(ctx, x, isnad.Role(u.Role), people.By{})
	})
}

type userPasswd struct {
	Name string `arg:""`
}

// Run changes a password.
func (u *userPasswd) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return withPerson(ctx, cmds, log, u.Name, func(p *people.People, x isnad.Person) error {
		password, err := readPassword(c, x.Name)
		if err != nil {
			return err
		}
		return p.SetPassword(ctx, x, password, people.By{})
	})
}

type userReset struct {
	Name string `arg:""`
	URL  string `help:"Address that people use, for the link." default:"http://localhost:8400" placeholder:"URL" env:"ISNAD_URL"`
}

// Run takes away what somebody signs in with and prints the link.
func (u *userReset) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return withPerson(ctx, cmds, log, u.Name, func(p *people.People, x isnad.Person) error {
		token, err := p.Reset(ctx, x, people.By{})
		if err != nil {
			return err
		}
		link := strings.TrimSuffix(u.URL, "/") + "/desk/join/" + token
		if cmds.Format == "jsonl" {
			err = json.NewEncoder(c.out).Encode(map[string]string{"id": x.ID, "name": x.Name, "link": link})
		} else {
			_, err = fmt.Fprintf(c.out, "%s signs in with nothing any more. This link sets a new password, once, within a day:\n%s\n", plainLines(x.Name), link)
		}
		if err != nil {
			return fmt.Errorf("printing: %w", err)
		}
		return nil
	})
}

type userRemove struct {
	Name string `arg:""`
}

// Run ends an account.
func (u *userRemove) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return withPerson(ctx, cmds, log, u.Name, func(p *people.People, x isnad.Person) error { return p.Remove(ctx, x, people.By{}) })
}

// withPerson does something with the person of a name, who has an account.
func withPerson(ctx context.Context, cmds *commands, log *slog.Logger, name string, do func(*people.People, isnad.Person) error) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	p := people.New(h.store)
	x, err := p.Named(ctx, name)
	if errors.Is(err, isnad.ErrNotFound) || err == nil && !x.Removed.IsZero() {
		return fmt.Errorf("nobody called %q has an account (isnad user list shows who has)", name)
	}
	if err != nil {
		return err
	}
	return advised(do(p, x))
}

// advised puts an error into words for whoever can do something about it.
func advised(err error) error {
	if s, ok := people.Advice(err); ok {
		return errors.New(s)
	}
	return err
}

// tellPeople prints people, one a line.
func tellPeople(c console, cmds *commands, all ...isnad.Person) error {
	for _, x := range all {
		var err error
		if cmds.Format == "jsonl" {
			err = json.NewEncoder(c.out).Encode(x)
		} else {
			state := "since " + x.Added.Format(time.DateOnly)
			if !x.Removed.IsZero() {
				state = "removed " + x.Removed.Format(time.DateOnly)
			}
			_, err = fmt.Fprintf(c.out, "%-12s %-24s %s\n", x.Role, state, x.Name)
		}
		if err != nil {
			return fmt.Errorf("printing: %w", err)
		}
	}
	return nil
}

// readPassword asks for a password twice on a terminal, without showing it, or
// reads one line of standard input.
func readPassword(c console, name string) (string, error) {
	f, ok := c.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(c.in, 8*people.MaxPassword)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("reading the password: %w", err)
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			return "", fmt.Errorf("%w: the password is to be one line on standard input", errUse)
		}
		return line, nil
	}
	ask := func(prompt string) (string, error) {
		fmt.Fprint(c.err, prompt)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(c.err)
		if err != nil {
			return "", fmt.Errorf("reading the password: %w", err)
		}
		return string(b), nil
	}
	first, err := ask("Password for " + plainLines(name) + ": ")
	if err != nil {
		return "", err
	}
	if err := people.CheckPassword(name, first); err != nil {
		return "", advised(err)
	}
	again, err := ask("Once more: ")
	if err == nil && again != first {
		err = errors.New("the two are not the same")
	}
	return first, err
}
