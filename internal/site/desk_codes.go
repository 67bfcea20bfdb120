package site

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"rsc.io/qr"

	"isnad/internal/people"
)

type codesPage struct {
	Offer   people.CodeOffer
	QR      square
	Problem string
	Had     bool // another key counts until this one does
}

// codesForm offers a key for one-time codes.
func (s *site) codesForm(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	o, err := s.o.Desk.People.OfferCodes(r.Context(), me.Person)
	if err != nil {
		return err
	}
	return s.showCodes(w, r, me, http.StatusOK, codesPage{Offer: o})
}

func (s *site) showCodes(w http.ResponseWriter, r *http.Request, me who, status int, p codesPage) error {
	f, err := s.o.Desk.People.Factors(r.Context(), me.Person)
	if err != nil {
		return err
	}
	p.Had = f.Codes != nil
	if p.QR, err = qrCode(p.Offer.Address); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, status, "desk-codes", view{Title: "One-time codes", Body: p})
}

// setCodes makes the key count once a code shows that the app has it.
func (s *site) setCodes(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	ctx, token := r.Context(), r.PostFormValue("offer")
	if !s.may(w, r) {
		return s.showAccount(w, r, me, http.StatusTooManyRequests, accountPage{Problem: "Too many tries from your address. Try again in a minute."})
	}
	recovery, err := s.o.Desk.People.SetCodes(ctx, me.seat, token, r.PostFormValue("code"), s.visit(r))
	if errors.Is(err, people.ErrCode) {
		o, err := s.o.Desk.People.OfferedCodes(ctx, me.Person, token)
		if err != nil {
			return s.own(w, r, me, err, "")
		}
		return s.showCodes(w, r, me, http.StatusUnprocessableEntity, codesPage{Offer: o, Problem: "That is not the code of this key. Type the one that your app shows now; the clock of your telephone has to be right."})
	}
	if err != nil {
		return s.own(w, r, me, err, "")
	}
	return s.showRecovery(w, r, me, recovery, true)
}

func (s *site) showRecovery(w http.ResponseWriter, r *http.Request, me who, codes []string, first bool) error {
	return s.renderDesk(w, r, me, http.StatusOK, "desk-recovery", view{Title: "Recovery codes", Body: struct {
		Codes []string
		First bool
	}{codes, first}})
}

func (s *site) removeCodes(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	return s.own(w, r, me, s.o.Desk.People.RemoveCodes(r.Context(), me.Person, s.visit(r)), "codes-removed")
}

// newRecovery shows recovery codes that take the place of those before.
func (s *site) newRecovery(w http.ResponseWriter, r *http.Request, me who) error {
	if s.stale(w, r, me) {
		return nil
	}
	f, err := s.o.Desk.People.Factors(r.Context(), me.Person)
	if err != nil {
		return err
	}
	if !f.Second() {
		return s.showAccount(w, r, me, http.StatusUnprocessableEntity, accountPage{Problem: "Recovery codes stand in for a second factor. Add one first."})
	}
	codes, err := s.o.Desk.People.NewRecovery(r.Context(), me.Person, s.visit(r))
	if err != nil {
		return err
	}
	return s.showRecovery(w, r, me, codes, false)
}

// square is a QR code as a path in a square of Side units, its quiet zone
// included.
type square struct {
	Side int
	Path string
}

func qrCode(text string) (square, error) {
	const quiet = 4 // modules, as ISO/IEC 18004 asks
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return square{}, fmt.Errorf("drawing a QR code: %w", err)
	}
	var b strings.Builder
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			n := 0
			for c.Black(x+n, y) { // outside it is white
				n++
			}
			if n > 0 {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", x+quiet, y+quiet, n, n)
				x += n
			}
		}
	}
	return square{c.Size + 2*quiet, b.String()}, nil
}
