package serve

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// NewHostKey returns a new private key for the host (Ed25519), as PEM.
func NewHostKey() ([]byte, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "dateline")
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(block), nil
}

// Fingerprint returns what clients are shown of the host with that private key.
func Fingerprint(private []byte) (string, error) {
	signer, err := gossh.ParsePrivateKey(private)
	var locked *gossh.PassphraseMissingError
	switch {
	case errors.As(err, &locked):
		return "", errors.New("it has a passphrase, which nobody could type here")
	case err != nil:
		return "", errors.New("it is no private key of OpenSSH")
	}
	return gossh.FingerprintSHA256(signer.PublicKey()), nil
}

// Keys are those of the readers who are let in.
type Keys [][]byte

// harmless are the options of a key that forbid only what is forbidden to everybody here.
var harmless = []string{
	"restrict", "no-agent-forwarding", "no-port-forwarding", "no-user-rc", "no-x11-forwarding", "pty",
}

// ParseKeys reads a file of authorized keys, as OpenSSH has it: a key on a line. It returns those that it can read, and
// an error for lines that it cannot, or that say something of a key which would not be heeded here. The name is that of
// the file.
func ParseKeys(name, text string) (keys Keys, _ error) {
	if strings.Contains(text, "PRIVATE KEY") {
		return nil, fmt.Errorf("%s is a private key, which is for nobody else\nname the .pub file beside it", name)
	}
	const most = 5 // lines, of which the reader is told: the file may be another than was meant
	var wrong []error
	for n, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, _, options, _, err := gossh.ParseAuthorizedKey([]byte(line))
		_, certificate := key.(*gossh.Certificate)
		strange := slices.IndexFunc(options, func(o string) bool { return !slices.Contains(harmless, strings.ToLower(o)) })
		switch {
		case err != nil:
			wrong = append(wrong, fmt.Errorf("%s:%d: no public key\na line of an id_….pub file is meant", name, n+1))
		case certificate:
			const cure = "write the key itself, of the .pub file without -cert"
			wrong = append(wrong, fmt.Errorf("%s:%d: a certificate lets nobody in here\n%s", name, n+1, cure))
		case strange >= 0:
			option, _, _ := strings.Cut(options[strange], "=")
			const cure = "remove the option, or the key"
			wrong = append(wrong, fmt.Errorf("%s:%d: the option %s is not heeded here\n%s", name, n+1, option, cure))
		default:
			keys = append(keys, key.Marshal())
		}
	}
	if more := len(wrong) - most; more > 0 {
		wrong = append(wrong[:most], fmt.Errorf("and %d lines more", more))
	}
	return keys, errors.Join(wrong...)
}

// Has reports whether a key is among them.
func (k Keys) Has(key gossh.PublicKey) bool {
	return slices.ContainsFunc(k, func(one []byte) bool { return bytes.Equal(one, key.Marshal()) })
}
