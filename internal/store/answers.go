package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"time"

	"isnad"
)

// Answer is what a model said to a question about a claim of a report.
type Answer struct {
	Question string // its ID, which is made from its words
	Report   string // Report ID
	Model    string
	Time     time.Time // UTC
	Text     string    // as it came
}

// MaxAnswer is how many bytes of an answer are kept.
const MaxAnswer = 64 << 10

// PutAnswers keeps answers. A question that is answered already keeps its answer.
func (tx *Tx) PutAnswers(answers []Answer) error {
	rows := make([][]any, 0, len(answers))
	for _, a := range answers {
		if err := checkID(a.Question); err != nil {
			return fmt.Errorf("keeping an answer: %w", err)
		}
		if len(a.Text) > MaxAnswer {
			return fmt.Errorf("keeping an answer of %d bytes: %w", len(a.Text), isnad.ErrTooLarge)
		}
		report, model, text, at := short(a.Report), short(a.Model), clean(a.Text), micros(a.Time)
		rows = append(rows, []any{a.Question, report, model, at, text, answerSum(report, model, at, text)})
	}
	if err := tx.insert("INSERT INTO answers (question, report, model, time, answer, sum)", rows, "ON CONFLICT (question) DO NOTHING"); err != nil {
		return fmt.Errorf("keeping answers: %w", err)
	}
	return nil
}

func answerSum(report, model string, at int64, text string) string {
	return rowSum(report, model, strconv.FormatInt(at, 10), text)
}

// Answers returns the kept answers to questions, by question.
func (s *Store) Answers(ctx context.Context, questions []string) (map[string]Answer, error) {
	out := map[string]Answer{}
	if len(questions) == 0 {
		return out, nil
	}
	ids := make([]string, len(questions))
	for i, q := range questions {
		ids[i] = safe(q)
	}
	err := s.read(ctx, func(c *conn) error {
		return in(ids, func(list string, args []any) error {
			return c.each(func(row *sql.Rows) error {
				var a Answer
				var at int64
				err := row.Scan(&a.Question, &a.Report, &a.Model, &at, &a.Text)
				a.Time = moment(at)
				out[a.Question] = a
				return err
			}, "SELECT question, report, model, time, answer FROM answers WHERE question IN "+list, args...)
		})
	})
	if err != nil {
		return nil, fmt.Errorf("reading answers: %w", err)
	}
	return out, nil
}

// Answered tells whether any answer is kept.
func (s *Store) Answered(ctx context.Context) (some bool, err error) {
	err = s.read(ctx, func(c *conn) error {
		var one int
		some, err = c.one("SELECT 1 FROM answers LIMIT 1", nil, &one)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("looking for answers: %w", err)
	}
	return some, nil
}

// answers holds the answers against their sums.
func (k checker) answers() error {
	return k.each(func(row *sql.Rows) error {
		var question, report, model, text, sum string
		var at int64
		if err := row.Scan(&question, &report, &model, &at, &text, &sum); err != nil {
			return err
		}
		if answerSum(report, model, at, text) != sum {
			k.faultf("the answer to question %s is not as it was written: its checksum does not match", question)
		}
		return nil
	}, "SELECT question, report, model, time, answer, sum FROM answers")
}
