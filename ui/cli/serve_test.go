package cli_test

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// keyFiles returns files with keys, good and bad, by name.
func keyFiles(t *testing.T) map[string]string {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := gossh.NewPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := gossh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := gossh.MarshalPrivateKeyWithPassphrase(private, "", []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	line := string(gossh.MarshalAuthorizedKey(shown))
	return map[string]string{
		"small.yaml": small, "none.yaml": "events: []\n", "plain": string(pem.EncodeToMemory(plain)),
		"locked": string(pem.EncodeToMemory(locked)), "junk": "junk", "empty.pub": "# nobody\n\n",
		"ok.pub": line, "bad.pub": line + "hello there\n", "option.pub": `from="10.0.0.1" ` + line,
	}
}

// Who serves a record is told what is amiss, in one message with what can be done, before anybody is let in.
func TestServeIsToldWhatIsAmiss(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	const somewhere = "--address=127.0.0.1:0"
	c := command{folder: t.TempDir()}
	write(t, c.folder, keyFiles(t))
	for _, name := range []string{"plain", "locked", "junk"} {
		if err := os.Chmod(filepath.Join(c.folder, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(t, c.folder, map[string]string{"seen": "x"}) // which others may read
	for _, test := range []struct {
		args, says, cure string
	}{
		{"small.yaml", "who may read?", "--authorized-keys FILE lets in who has one of its keys, --open everybody"},
		{"--open --authorized-keys ok.pub", "only some", "leave out one of them"},
		{"--open --remember", "nobody is known by a key with --open", "name those who are by --authorized-keys"},
		{"--open --readers 0", "--readers and --per-address", "at least one"},
		{"--open --per-address -1", "--readers and --per-address", "at least one"},
		{"--open --readers many", `"many"`, "must be an integer"},
		{"--open --idle 0", "--idle", "such as 30m or 8h"},
		{"--open --idle 30", "--idle", `like "30s"`},
		{"--open --address localhost", `"localhost" is no address with a port`, "write 127.0.0.1:2222"},
		{"--open --address 127.0.0.1:99999", "cannot listen on 127.0.0.1:99999: ", "another port may be free"},
		{"--open --address " + taken.Addr().String(), "in use", "another port may be free"},
		{"--authorized-keys nobody.pub", "there is no file nobody.pub", "write the public keys of readers into it"},
		{"--authorized-keys .", "not a regular file", "write the public keys of readers into it"},
		{"--authorized-keys empty.pub", "empty.pub has no key", "write the public keys of readers into it"},
		{"--authorized-keys bad.pub", "bad.pub:2: no public key", "a line of an id_….pub file is meant"},
		{"--authorized-keys option.pub", "option.pub:1: the option from is not heeded here", "remove the option, or the key"},
		{"--open --host-key junk", "junk: it is no private key", "--host-key can name another file"},
		{"--open --host-key ok.pub", "ok.pub: ", "--host-key can name another file"},
		{"--open --host-key locked", "it has a passphrase", "--host-key can name another file"},
		{"--open --host-key seen", "others may read it", "chmod 600 keeps it yours"},
		{"--open --host-key .", "it is no regular file", "--host-key can name another file"},
		{"--open nowhere.yaml", "no such file: nowhere.yaml", ""},
		{"--open --host-key plain " + somewhere + " none.yaml", "no events can be read from none.yaml", ""},
		{"--open --allow-writes", "unknown flag: --allow-writes", "see dateline serve --help"},
	} {
		t.Run(test.args, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.Contains(test.says, "others may read") {
				t.Skip("files have no such modes there")
			}
			got := c.run(t, append([]string{"serve"}, strings.Fields(test.args)...)...)
			got.want(t, 2, test.says, test.cure)
			if got.stdout != "" || strings.Count(got.stderr, "dateline: ") != 1 {
				t.Errorf("it writes %q, and as an error\n%s", got.stdout, got.stderr)
			}
		})
	}
}

// A record is served to who has a key, from the start that is told to the end that is asked for. What is asked is in no
// line of the log.
func TestServe(t *testing.T) {
	folder := t.TempDir()
	files := keyFiles(t)
	write(t, folder, files)
	if err := os.Chmod(filepath.Join(folder, "plain"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	log, told := io.Pipe()
	lines := bufio.NewReader(log)
	p := program(t, "serve", "--authorized-keys", "ok.pub", "--host-key", "plain", "--address", "127.0.0.1:0", "small.yaml")
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), io.Discard, told
	ctx, cancel := context.WithCancelCause(context.Background())
	code := make(chan int, 1)
	go func() {
		code <- p.Run(ctx)
		_ = told.Close()
	}()
	var first string
	var err error
	for err == nil && !strings.Contains(first, " for readers at ") {
		first, err = lines.ReadString('\n')
	}
	_, rest, _ := strings.Cut(first, " for readers at ")
	address, rest, _ := strings.Cut(rest, ", which is known by ")
	fingerprint, _, _ := strings.Cut(rest, ";")
	if err != nil || !strings.Contains(first, "2 events of small.yaml") {
		t.Fatalf("told: %q, %v", first, err)
	}
	signer, err := gossh.ParsePrivateKey([]byte(files["plain"]))
	if err != nil {
		t.Fatal(err)
	}
	var shown string
	config := &gossh.ClientConfig{
		User: "reader",
		HostKeyCallback: func(_ string, _ net.Addr, key gossh.PublicKey) error {
			shown = gossh.FingerprintSHA256(key)
			return nil
		},
	}
	after := make(chan string, 1)
	go func() { // which the server does not wait for
		all, _ := io.ReadAll(lines)
		after <- string(all)
	}()
	if _, err := gossh.Dial("tcp", address, config); err == nil {
		t.Error("somebody without a key is let in")
	}
	config.Auth = []gossh.AuthMethod{gossh.PublicKeys(signer)}
	client, err := gossh.Dial("tcp", address, config)
	if err != nil {
		t.Fatal(err)
	}
	if shown != fingerprint {
		t.Errorf("clients are shown %s, and the log has %s", shown, fingerprint)
	}
	session, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := session.Output("print --actor Yermak --format csv")
	if !strings.Contains(string(out), "Yermak speaks with Rubio") || strings.Contains(string(out), "visits") {
		t.Errorf("%v:\n%s", err, out)
	}
	cancel(errors.New("the test has ended"))
	if got := <-code; got == 0 {
		t.Errorf("the server, when it is ended, returns %d", got)
	}
	if all := <-after; !strings.Contains(all, "has no key that may read") || !strings.Contains(all, "was answered, code 0") ||
		strings.Contains(all, "ermak") {
		t.Errorf("the log:\n%s", all)
	}
}
