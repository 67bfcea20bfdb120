package ledger

import (
	"fmt"
	"time"

	"github.com/transparency-dev/tessera"
)

// witnessPatience is how long witnesses have to cosign a checkpoint.
const witnessPatience = 5 * time.Second

// Witnesses are servers (C2SP tlog-witness) that cosign a checkpoint when they have
// seen that the log only grew, so that it cannot show different people different things.
type Witnesses struct{ group tessera.WitnessGroup }

// ReadWitnesses reads a policy (C2SP tlog-policy): lines of
//
//	witness NAME VERIFIER URL
//	group NAME any|all|NUMBER NAME…
//	quorum NAME
func ReadWitnesses(policy []byte) (*Witnesses, error) {
	g, err := tessera.NewWitnessGroupFromPolicy(policy)
	if err != nil {
		return nil, fmt.Errorf("reading the policy of witnesses: %w", err)
	}
	return &Witnesses{g}, nil
}

func (w *Witnesses) satisfied(checkpoint []byte) bool { return w.group.Satisfied(checkpoint) }
