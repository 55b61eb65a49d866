package cli_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"dateline/ui/cli"
	"dateline/ui/host"
)

// A serving is a dateline serve that a test has started, in the process of the test.
type serving struct {
	cli.Program
	t       *testing.T
	address string
	stop    func(error)
	ended   chan int
	log     *output
}

// An output is what is written, which a test can wait for.
type output struct {
	mu    sync.Mutex
	text  bytes.Buffer
	wrote chan struct{}
}

func newOutput() *output { return &output{wrote: make(chan struct{}, 1)} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	select {
	case o.wrote <- struct{}{}:
	default:
	}
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// await waits until what is written has the words, after the first from bytes of it.
func (o *output) await(t *testing.T, from int, words string) {
	t.Helper()
	never := time.After(time.Minute)
	for !strings.Contains(o.String()[from:], words) {
		select {
		case <-o.wrote:
		case <-never:
			t.Fatalf("%q does not come after\n%q", words, o)
		}
	}
}

// serve starts dateline serve with some arguments.
func serve(t *testing.T, args ...string) *serving {
	t.Helper()
	s := &serving{t: t, ended: make(chan int, 1), log: newOutput()}
	s.Program = program(t, append([]string{"serve", "--address", "127.0.0.1:0"}, args...)...)
	s.Stderr, s.Stdout, s.Stdin = s.log, io.Discard, strings.NewReader("")
	ctx, cancel := context.WithCancelCause(t.Context())
	s.stop = cancel
	go func() { s.ended <- s.Run(ctx) }()
	t.Cleanup(func() {
		cancel(host.Signal(syscall.SIGTERM))
		<-s.ended
	})
	s.log.await(t, 0, "ends it")
	s.address = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(s.log.String())
	return s
}

// dial connects a client that has a key.
func (s *serving) dial(key ssh.Signer) *ssh.Client {
	s.t.Helper()
	config := &ssh.ClientConfig{User: "reader", HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	if key != nil {
		config.Auth = []ssh.AuthMethod{ssh.PublicKeys(key)}
	}
	client, err := ssh.Dial("tcp", s.address, config)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = client.Close() })
	return client
}

// A distant is the terminal of a reader elsewhere.
type distant struct {
	*ssh.Session
	t    *testing.T
	keys io.WriteCloser
	out  *output
	err  *output
}

// screen opens a screen with some words after the name of the host.
func (s *serving) screen(client *ssh.Client, words string) *distant {
	s.t.Helper()
	one, err := client.NewSession()
	if err == nil {
		err = one.RequestPty("xterm-256color", 24, 80, ssh.TerminalModes{})
	}
	if err != nil {
		s.t.Fatal(err)
	}
	d := &distant{Session: one, t: s.t, out: newOutput(), err: newOutput()}
	d.keys, _ = one.StdinPipe()
	one.Stdout, one.Stderr = d.out, d.err
	if words == "" {
		err = one.Shell()
	} else {
		err = one.Start(words)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

// press types keys, and waits for words that they bring.
func (d *distant) press(keys, words string) {
	d.t.Helper()
	from := len(d.out.String())
	if _, err := io.WriteString(d.keys, keys); err != nil {
		d.t.Fatal(err)
	}
	d.out.await(d.t, from, words)
}

// givenBack waits for the end of a screen, and holds that the terminal is as it was. It returns the exit code.
func (d *distant) givenBack() int {
	d.t.Helper()
	err := d.Wait()
	text := d.out.String()
	for _, mode := range []string{"1049", "1000", "1002", "1003", "1006", "2004"} {
		if strings.LastIndex(text, "\x1b[?"+mode+"h") > strings.LastIndex(text, "\x1b[?"+mode+"l") {
			d.t.Errorf("mode %s is left on", mode)
		}
	}
	if strings.LastIndex(text, "\x1b[?25l") > strings.LastIndex(text, "\x1b[?25h") {
		d.t.Error("the cursor is left hidden")
	}
	if !strings.Contains(text, "\x1b[?1049l") {
		d.t.Errorf("the screen was not left: %q", text)
	}
	var exit *ssh.ExitError
	switch {
	case errors.As(err, &exit):
		return exit.ExitStatus()
	case err != nil:
		d.t.Errorf("the connection was cut: %v", err)
	}
	return 0
}

// The terminal of a reader is given back however the screen ends, and the reader told why.
func TestServedTerminalsAreGivenBack(t *testing.T) {
	for name, test := range map[string]struct {
		idle string
		end  func(s *serving, d *distant)
		code int
		told string
	}{
		"by the reader":  {"1h", func(_ *serving, d *distant) { _, _ = io.WriteString(d.keys, "q") }, 0, ""},
		"by ^C":          {"1h", func(_ *serving, d *distant) { _, _ = io.WriteString(d.keys, "\x03") }, 0, ""},
		"by no key":      {"300ms", func(*serving, *distant) {}, 129, "no key was pressed for so long"},
		"by the server":  {"1h", func(s *serving, _ *distant) { s.stop(host.Signal(syscall.SIGTERM)) }, 143, "the server has stopped"},
		"by end of keys": {"1h", func(_ *serving, d *distant) { _ = d.keys.Close() }, 129, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, "--open", "--idle", test.idle)
			d := s.screen(s.dial(nil), "")
			d.out.await(t, 0, "events")
			test.end(s, d)
			if code := d.givenBack(); code != test.code || !strings.Contains(d.err.String(), test.told) {
				t.Errorf("code %d, told %q; want %d, %q", code, d.err, test.code, test.told)
			}
		})
	}
}

// A server that a signal stops ends as other commands do.
func TestServeEndsBySignal(t *testing.T) {
	s := serve(t, "--open")
	s.stop(host.Signal(syscall.SIGTERM))
	code := <-s.ended
	s.ended <- code
	if code != 128+int(syscall.SIGTERM) {
		t.Errorf("code %d", code)
	}
}

// Screens follow the record; one that is broken for a while is kept from readers, also from those who come then.
func TestServedScreensFollowTheRecord(t *testing.T) {
	file := filepath.Join(t.TempDir(), "record.yaml")
	put := func(text string) { write(t, filepath.Dir(file), map[string]string{filepath.Base(file): text}) }
	put(small)
	s := serve(t, "--open", file)
	client := s.dial(nil)
	one, other := s.screen(client, ""), s.screen(client, "")
	for _, d := range []*distant{one, other} {
		d.out.await(t, 0, "2 events")
	}
	put(strings.Replace(small, "sources:\n", "  - {id: more, date: 2025-10-01, title: A third}\nsources:\n", 1))
	for _, d := range []*distant{one, other} {
		d.out.await(t, 0, "1 new")
	}
	put("events: [")
	s.log.await(t, 0, "no longer read whole")
	s.screen(client, "").out.await(t, 0, "3 events")
	session, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := session.Output("print --format csv"); err != nil || !bytes.Contains(out, []byte("A third")) {
		t.Errorf("%v\n%s", err, out)
	}
	put(small)
	one.out.await(t, 0, "1 gone")
	for _, line := range strings.Split(s.log.String(), "\n") {
		if strings.Contains(line, "print") || strings.Contains(line, "csv") || strings.Contains(line, filepath.Dir(file)+"/record.yaml ends") {
			t.Errorf("the log says what was asked: %s", line)
		}
	}
}

// With a terminal or without, what a command answers is the same but for the line ends of terminals.
func TestServedCommandsOnATerminal(t *testing.T) {
	s := serve(t, "--open")
	client := s.dial(nil)
	plain, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	want, err := plain.Output("actors --since 2025-09")
	if err != nil {
		t.Fatal(err)
	}
	d := s.screen(client, "actors --since 2025-09")
	if err := d.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(d.out.String(), "\r\n", "\n"); got != string(want) || got == d.out.String() {
		t.Errorf("%q\nwant %q", d.out, want)
	}
}

// The screen is opened as the flags say, and what these say wrong is told.
func TestServedScreenTakesFlags(t *testing.T) {
	file := filepath.Join(t.TempDir(), "small.yaml")
	write(t, filepath.Dir(file), map[string]string{"small.yaml": small})
	s := serve(t, "--open", file)
	client := s.dial(nil)
	d := s.screen(client, `--filter 'type:call' --theme light`)
	d.out.await(t, 0, "1 of 2")
	for words, told := range map[string]string{
		"--filter 'type:('":      "--filter",
		"--at nowhere":           "no event has the id",
		"--actor Nobody":         "--actor",
		"--theme pink":           "--theme",
		"--view none":            "--view",
		"--linear":               "a screen takes",
		"--fresh":                "a screen takes",
		"--config=/etc/passwd":   "a screen takes",
		"--map title=x":          "a screen takes",
		"--ascii /etc/passwd":    "no other can be named",
		"--filter x -- /etc":     "no other can be named",
		"--filter 'open":         "left open",
		"--view a --actor Rubio": "--view",
		"--since yesterdayish":   "--since",
		"--color sometimes":      "--color",
	} {
		one := s.screen(client, words)
		var exit *ssh.ExitError
		if err := one.Wait(); !errors.As(err, &exit) || exit.ExitStatus() != 2 {
			t.Errorf("%s: %v", words, err)
		}
		if said := one.err.String(); !strings.Contains(said, told) || one.out.String() != "" {
			t.Errorf("%s: told %q, shown %q", words, said, one.out)
		}
	}
	dumb, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	_ = dumb.RequestPty("dumb", 24, 80, nil)
	if out, err := dumb.CombinedOutput("--ascii"); err == nil || !bytes.Contains(out, []byte("can only print")) {
		t.Errorf("on a dumb terminal: %v, %s", err, out)
	}
}

// What a reader marks is kept by the reader's key where that is asked for, and else nothing is but the host's key.
func TestWhatIsKeptOfReaders(t *testing.T) {
	var keys []ssh.Signer
	var lines string
	for range 2 {
		_, private, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		key, _ := ssh.NewSignerFromKey(private)
		keys = append(keys, key)
		lines += string(ssh.MarshalAuthorizedKey(key.PublicKey()))
	}
	for _, remember := range []bool{true, false} {
		folder := t.TempDir()
		write(t, folder, map[string]string{"small.yaml": small, "keys": lines})
		args := []string{"--authorized-keys", filepath.Join(folder, "keys"), filepath.Join(folder, "small.yaml")}
		if remember {
			args = append(args, "--remember")
		}
		s := serve(t, args...)
		d := s.screen(s.dial(keys[0]), "")
		d.out.await(t, 0, "2 events")
		d.press("m", "is marked")
		d.press("q", "\x1b[?1049l")
		d.givenBack()
		for n, key := range keys {
			want := "0 of 2"
			if remember && n == 0 {
				want = "1 of 2"
			}
			s.screen(s.dial(key), "--filter is:marked").out.await(t, 0, want)
		}
		home := s.Environ[0][len("HOME="):]
		var files []string
		_ = filepath.WalkDir(home, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), "host_key") {
				files = append(files, strings.TrimPrefix(path, home))
			}
			return err
		})
		if kept := len(files) > 0; kept != remember {
			t.Errorf("--remember %t: files %q", remember, files)
		}
		if info, err := os.Stat(filepath.Join(home, ".local/state/dateline/host_key")); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("the host's key: %v, %v", info, err)
		}
	}
}

// What is wrong with a file that is kept of a reader is told to who runs the server, and not where it is to the reader.
func TestWhatCannotBeKeptOfReaders(t *testing.T) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, _ := ssh.NewSignerFromKey(private)
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"small.yaml": small, "keys": string(ssh.MarshalAuthorizedKey(key.PublicKey())),
	})
	s := serve(t, "--remember", "--authorized-keys", filepath.Join(folder, "keys"), filepath.Join(folder, "small.yaml"))
	home := s.Environ[0][len("HOME="):]
	readers := filepath.Join(home, ".local/state/dateline/readers")
	file := filepath.Join(readers, hex.EncodeToString([]byte(ssh.FingerprintSHA256(key.PublicKey()))), "state.json")
	write(t, filepath.Dir(file), map[string]string{"state.json": "no JSON"})
	d := s.screen(s.dial(key), "")
	d.out.await(t, 0, "2 events")
	d.press("m", "was told")
	d.press("q", "\x1b[?1049l")
	_ = d.givenBack()
	if said := d.out.String() + d.err.String(); strings.Contains(said, home) || strings.Contains(said, "XDG") {
		t.Errorf("the reader is told where files are: %q", said)
	}
	if log := s.log.String(); !strings.Contains(log, "state.json") {
		t.Errorf("who runs the server is not told: %s", log)
	}
}

// Many read at once.
func TestServedManyAtOnce(t *testing.T) {
	s := serve(t, "--open", "--per-address", "30")
	var all sync.WaitGroup
	for n := range 20 {
		all.Go(func() {
			d := s.screen(s.dial(nil), "")
			d.out.await(t, 0, "events")
			d.press(strings.Repeat("j", n), "")
			d.press("q", "\x1b[?1049l")
			if code := d.givenBack(); code != 0 {
				t.Errorf("code %d", code)
			}
		})
	}
	all.Wait()
	if log := s.log.String(); strings.Contains(log, "report") {
		t.Errorf("the log is\n%s", log)
	}
}
