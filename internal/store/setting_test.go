package store

import (
	"fmt"
	"sync"
	"testing"
)

// What is said first stands for all who ask at the same moment; what is set anew
// holds from then on.
func TestSettings(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		if v := must[string](t)(s.Setting(ctx, SettingURL)); v != "" {
			t.Errorf("said by nobody: %q", v)
		}
		var wg sync.WaitGroup
		got := make([]string, 6)
		for i := range got {
			wg.Go(func() {
				v, err := s.SettingOnce(ctx, SettingGate, fmt.Sprint("secret ", i))
				if err != nil {
					t.Error(err)
				}
				got[i] = v
			})
		}
		wg.Wait()
		for _, v := range got {
			if v == "" || v != got[0] {
				t.Errorf("they do not agree: %q", got)
			}
		}
		for _, v := range []string{"https://a.example", "https://b.example", "https://b.example"} {
			if err := s.SetSetting(ctx, SettingURL, v); err != nil {
				t.Fatal(err)
			}
			if got := must[string](t)(s.Setting(ctx, SettingURL)); got != v {
				t.Errorf("%q, want %q", got, v)
			}
		}
	})
}
