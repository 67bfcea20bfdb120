// Package idp is a small provider of sign-ins (identity provider) for tests: it speaks OpenID
// Connect over real HTTP, with discovery, keys, codes that are used once and
// proofs of them (PKCE). Whoever is sent to it is signed in as the person it was
// last told, without being asked. It holds those who use it to the protocol, and
// can be bent to break it.
package idp

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"
)

// Client and Secret are those of the one site that may use it.
const Client, Secret = "isnad", "a secret of the test"

// Server is a running provider.
type Server struct {
	URL string // its issuer

	mu   sync.Mutex
	key  *rsa.PrivateKey
	who  map[string]any
	bend func(claims map[string]any)
	sent map[string]url.Values // by code
}

// Start starts a provider, which ends with the test.
func Start(t testing.TB) *Server {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{key: key, sent: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", s.discovery)
	mux.HandleFunc("GET /keys", s.keys)
	mux.HandleFunc("GET /authorize", s.authorize)
	mux.HandleFunc("POST /token", s.token)
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	s.URL = srv.URL
	return s
}

// SignIn says who is signed in at the provider: claims such as sub, name, amr.
func (s *Server) SignIn(claims map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.who = claims
}

// Bend changes the claims of tokens before they are signed; nil bends nothing.
func (s *Server) Bend(bend func(claims map[string]any)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bend = bend
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // only fails when the other side left
}

func (s *Server) discovery(w http.ResponseWriter, _ *http.Request) {
	answer(w, 200, map[string]any{
		"issuer": s.URL, "authorization_endpoint": s.URL + "/authorize", "token_endpoint": s.URL + "/token", "jwks_uri": s.URL + "/keys",
		"response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"}, "id_token_signing_alg_values_supported": []string{"RS256"},
	})
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func (s *Server) keys(w http.ResponseWriter, _ *http.Request) {
	answer(w, 200, map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "one", "n": encode(s.key.N.Bytes()), "e": encode(big.NewInt(int64(s.key.E)).Bytes()),
	}}})
}

// authorize sends people back with a code, as if they had agreed.
func (s *Server) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	back, err := url.Parse(q.Get("redirect_uri"))
	if err != nil || q.Get("client_id") != Client || q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" || q.Get("state") == "" || q.Get("nonce") == "" {
		http.Error(w, "not a question of this protocol", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	s.mu.Lock()
	s.sent[code] = q
	s.mu.Unlock()
	back.RawQuery = url.Values{"code": {code}, "state": {q.Get("state")}}.Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

// token exchanges a code for a token, once, with the proof that belongs to it.
func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q, ok := s.sent[r.PostFormValue("code")]
	delete(s.sent, r.PostFormValue("code"))
	client, secret, basic := r.BasicAuth()
	proof := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !ok || !basic || client != Client || secret != url.QueryEscape(Secret) && secret != Secret || encode(proof[:]) != q.Get("code_challenge") || r.PostFormValue("redirect_uri") != q.Get("redirect_uri") {
		answer(w, http.StatusBadRequest, map[string]any{"error": "invalid_grant"})
		return
	}
	now := time.Now()
	claims := map[string]any{"iss": s.URL, "aud": Client, "iat": now.Unix(), "exp": now.Add(time.Minute).Unix(), "nonce": q.Get("nonce")}
	for k, v := range s.who {
		claims[k] = v
	}
	if s.bend != nil {
		s.bend(claims)
	}
	signed, err := s.sign(claims)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, 200, map[string]any{"access_token": rand.Text(), "token_type": "Bearer", "expires_in": 60, "id_token": signed})
}

// sign writes a token in compact form (RFC 7515).
func (s *Server) sign(claims map[string]any) (string, error) {
	head, err := json.Marshal(map[string]string{"alg": "RS256", "kid": "one", "typ": "JWT"})
	if err != nil {
		return "", fmt.Errorf("signing a token: %w", err)
	}
	body, err := json.Marshal(claims)
	if err != nil {
		return "", fmt.Errorf("signing a token: %w", err)
	}
	text := encode(head) + "." + encode(body)
	sum := sha256.Sum256([]byte(text))
	sig, err := rsa.SignPKCS1v15(rand.Reader, s.key, crypto.SHA256, sum[:])
	if err != nil {
		return "", fmt.Errorf("signing a token: %w", err)
	}
	return text + "." + encode(sig), nil
}
