package serve

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

func TestKeysOfReaders(t *testing.T) {
	line := func() string {
		public, _, _ := ed25519.GenerateKey(rand.Reader)
		key, _ := gossh.NewPublicKey(public)
		return strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key)))
	}
	one, two := line(), line()
	tests := []struct {
		text  string
		keys  int
		wrong string
	}{
		{one + " Ann\n\n# of the desk\n" + two + "\r\n", 2, ""},
		{"restrict,no-pty-extra " + one, 0, "f:1: the option no-pty-extra is not heeded here"},
		{"restrict,pty " + one, 1, ""},
		{one + "\nssh-rsa AAAA", 1, "f:2: no public key"},
		{`command="sh" ` + one + "\n" + two, 1, "f:1: the option command is not heeded here"},
		{"\ufeff" + one, 1, ""},
		{certified(t), 0, "f:1: a certificate lets nobody in"},
		{"cert-authority " + one, 0, "f:1: the option cert-authority"},
		{"-----BEGIN OPENSSH PRIVATE KEY-----\nx\ny", 0, "f is a private key"},
		{"", 0, ""},
		{strings.Repeat("x\n", 1000) + one, 1, "and 995 lines more"},
	}
	for _, tt := range tests {
		keys, err := ParseKeys("f", tt.text)
		said := fmt.Sprint(err)
		if len(keys) != tt.keys || (err == nil) != (tt.wrong == "") || !strings.Contains(said, tt.wrong) {
			t.Errorf("ParseKeys(%q): %d keys, %v; want %d, %s", tt.text, len(keys), err, tt.keys, tt.wrong)
		}
	}
}

// certified returns a line with a certificate.
func certified(t *testing.T) string {
	t.Helper()
	_, private, _ := ed25519.GenerateKey(rand.Reader)
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	c := &gossh.Certificate{Key: signer.PublicKey(), CertType: gossh.UserCert, ValidPrincipals: []string{"ann"}}
	if err := c.SignCert(rand.Reader, signer); err != nil {
		t.Fatal(err)
	}
	return string(gossh.MarshalAuthorizedKey(c))
}

// Only who has a key of those that may read is let in, and known by it.
func TestKeysLetIn(t *testing.T) {
	_, private, _ := ed25519.GenerateKey(rand.Reader)
	mine, _ := gossh.NewSignerFromKey(private)
	_, private, _ = ed25519.GenerateKey(rand.Reader)
	other, _ := gossh.NewSignerFromKey(private)
	known := make(chan string, 1)
	s := start(t, &Server{
		Keys: func() Keys { return Keys{mine.PublicKey().Marshal()} },
		Show: func(ctx context.Context, t *Terminal) error {
			known <- t.Key
			return untilQ(ctx, t)
		},
	})
	for _, key := range []gossh.Signer{nil, other} {
		if _, err := s.dial(key); err == nil {
			t.Error("who has no key that may read is let in")
		}
	}
	client, err := s.dial(mine)
	if err != nil {
		t.Fatal(err)
	}
	s.open(client)
	if got, want := <-known, gossh.FingerprintSHA256(mine.PublicKey()); got != want {
		t.Errorf("the reader is known by %q, not %q", got, want)
	}
	if log := s.logged(); !strings.Contains(log, "127.0.0.1 has no key that may read") {
		t.Errorf("the log is\n%s", log)
	}
}
