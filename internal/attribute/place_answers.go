package attribute

import (
	"sync"

	"isnad"
)

// answers keeps what the gazetteer said of a phrase. Reports of one war name
// the same places again and again, and a name that is not listed is the dearest
// to ask for. The answer depends on the phrase alone, so that a report is read
// the same with and without it.
type answers struct {
	mu sync.Mutex
	m  map[string]isnad.Where
}

// maxAnswers bounds what is kept; a full store starts again.
const maxAnswers = 8192

// maxPhraseBytes bounds a phrase that is kept.
const maxPhraseBytes = 256

func (a *answers) get(phrase string) (isnad.Where, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	w, ok := a.m[phrase]
	return w, ok
}

func (a *answers) put(phrase string, w isnad.Where) {
	if len(phrase) > maxPhraseBytes {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.m == nil || len(a.m) >= maxAnswers {
		a.m = make(map[string]isnad.Where)
	}
	a.m[phrase] = w
}
