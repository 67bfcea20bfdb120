package endpoint

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"isnad/internal/ask"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type request struct {
	Model       string    `json:"model"`
	Messages    []message `json:"messages"`
	Temperature float64   `json:"temperature"`
	MaxTokens   int       `json:"max_tokens"`
	Format      *format   `json:"response_format,omitempty"`
}

type format struct {
	Type string `json:"type"`
}

type response struct {
	Choices []struct {
		Message struct {
			Content *string `json:"content"`
		} `json:"message"`
	} `json:"choices"`
}

// maxTokens bounds an answer: eight slots with their words take some 400.
const maxTokens = 1500

// failure is why a request gave no answer.
type failure struct {
	kind   error // ErrFailed or ask.ErrNoAnswer
	what   string
	again  bool          // another try may help
	after  time.Duration // that the server asks to wait; 0 when it does not say
	format bool          // the server may not know response_format
}

func (f *failure) Error() string { return f.kind.Error() + ": " + f.what }
func (f *failure) Unwrap() error { return f.kind }

// Ask sends instructions and a question, and returns what the model says, at most
// 256 KiB. Errors are ErrResting, ErrFailed or ask.ErrNoAnswer, or those of ctx.
// After an ask.ErrNoAnswer the next question may well be answered; after an ErrFailed
// the endpoint rests.
func (c *Client) Ask(ctx context.Context, instructions, question string) (string, error) {
	c.asking.Lock()
	defer c.asking.Unlock()
	for try := 1; ; try++ {
		if err := c.mayAsk(); err != nil {
			return "", err
		}
		answer, failed := c.once(ctx, instructions, question)
		switch {
		case failed == nil:
			return answer, nil
		case ctx.Err() != nil:
			return "", ctx.Err()
		case failed.format && !c.noJSON:
			c.noJSON = true
			try--
			continue
		case failed.kind == ask.ErrNoAnswer:
			return "", failed
		case !failed.again || try == tries || failed.after > maxPause:
			c.rest(max(failed.after, rest), failed.what)
			return "", failed
		}
		wait := max(failed.after, time.Duration(1<<(2*(try-1)))*time.Second) // 1 s, 4 s
		if err := c.o.Pause(ctx, wait); err != nil {
			return "", err
		}
	}
}

// mayAsk counts a request, or says why none may leave.
func (c *Client) mayAsk() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.o.Now()
	if now.Before(c.until) {
		return fmt.Errorf("%w: %s", ErrResting, c.why)
	}
	for len(c.sent) > 0 && now.Sub(c.sent[0]) >= time.Hour {
		c.sent = c.sent[1:]
	}
	if len(c.sent) >= c.o.PerHour {
		return fmt.Errorf("%w: it was asked %d times within the hour, which is the bound that was set", ErrResting, c.o.PerHour)
	}
	c.sent = append(c.sent, now)
	return nil
}

func (c *Client) rest(d time.Duration, why string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.until, c.why = c.o.Now().Add(min(d, maxRest)), why
}

// once sends one request.
func (c *Client) once(ctx context.Context, instructions, question string) (string, *failure) {
	ctx, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	q := request{Model: c.o.Model, Messages: []message{{"system", instructions}, {"user", question}}, MaxTokens: maxTokens}
	if !c.noJSON {
		q.Format = &format{"json_object"}
	}
	body, err := json.Marshal(q)
	if err != nil { // unreachable: strings and numbers
		return "", &failure{kind: ErrFailed, what: err.Error()}
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.target, bytes.NewReader(body))
	if err != nil {
		return "", &failure{kind: ErrFailed, what: "the address cannot be used"}
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", "isnad")
	if c.o.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.o.Key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return "", &failure{kind: ErrFailed, what: plainly(ctx, err), again: true}
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", c.refused(resp)
	}
	raw, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	switch {
	case err != nil:
		return "", &failure{kind: ErrFailed, what: plainly(ctx, err), again: true}
	case len(raw) > maxBody:
		return "", &failure{kind: ask.ErrNoAnswer, what: fmt.Sprintf("more than %d bytes", maxBody)}
	}
	var r response
	if err := json.Unmarshal(raw, &r); err != nil {
		return "", &failure{kind: ask.ErrNoAnswer, what: "what came is not the JSON of this interface"}
	}
	if len(r.Choices) == 0 || r.Choices[0].Message.Content == nil || !utf8.ValidString(*r.Choices[0].Message.Content) {
		return "", &failure{kind: ask.ErrNoAnswer, what: "there is no message in what came"}
	}
	return *r.Choices[0].Message.Content, nil
}

// refused says what a status other than 200 means.
func (c *Client) refused(resp *http.Response) *failure {
	f := &failure{kind: ErrFailed, what: "the server says " + strconv.Itoa(resp.StatusCode) + " " + http.StatusText(resp.StatusCode)}
	switch s := resp.StatusCode; {
	case s == http.StatusTooManyRequests || s == http.StatusRequestTimeout || s >= 500:
		f.again, f.after = true, c.retryAfter(resp.Header.Get("Retry-After"))
	case s == http.StatusBadRequest || s == http.StatusUnprocessableEntity:
		f.kind, f.format = ask.ErrNoAnswer, true // servers that do not know response_format say so with these
	case s == http.StatusRequestEntityTooLarge:
		f.kind = ask.ErrNoAnswer // another question may be shorter
	case s >= 300 && s < 400:
		f.what = "the server sends elsewhere, which is not followed"
	}
	return f
}

// retryAfter reads seconds or a date (RFC 9110, 10.2.3).
func (c *Client) retryAfter(s string) time.Duration {
	s = strings.TrimSpace(s)
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return min(time.Duration(min(n, 1<<20))*time.Second, maxRest)
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(0, min(t.Sub(c.o.Now()), maxRest))
	}
	return 0
}

// plainly says what went wrong on the way without the address, which errors of
// net/http repeat.
func plainly(ctx context.Context, err error) string {
	var op *net.OpError
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return "it took too long"
	case errors.As(err, &dns):
		return "its name cannot be resolved"
	case errors.As(err, &cert):
		return "its certificate is not trusted"
	case errors.As(err, &op) && op.Op == "dial":
		return "it cannot be connected to: " + op.Err.Error()
	}
	return "the connection broke off"
}
