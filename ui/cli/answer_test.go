package cli_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"weak"

	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/publish"
	"dateline/ui/cli"
	"dateline/ui/host"
)

// flawed is a record with errors and warnings.
const flawed = small + `  - {id: news, title: Other news}
  - {id: wire, publisher: The Wire, colour: red}
views: [{name: calls, query: "type:("}]
`

// A shared is a record that is served.
type shared struct {
	load.Progress
	name string
}

// share reads what is to be served.
func share(t testing.TB, paths ...string) shared {
	t.Helper()
	in := &host.Input{Paths: paths, Bare: true, GCSet: true, Now: time.Now}
	if err := in.Check(); err != nil {
		t.Fatal(err)
	}
	return shared{in.Load(context.Background(), nil), in.Name()}
}

// day is the present day of those who ask.
func day() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

// answer answers words as to a reader elsewhere.
func (s shared) answer(t testing.TB, words ...string) outcome {
	t.Helper()
	var stdout, stderr strings.Builder
	p := cli.Program{Args: words, Stdout: &stdout, Stderr: &stderr, Now: day}
	code, failed := p.Answer(context.Background(), s.Progress, s.name)
	if failed != nil {
		t.Errorf("%q: %v", words, failed)
	}
	return outcome{stdout.String(), stderr.String(), code}
}

// asked is every command that is answered, in all of its formats, and with all of its flags.
func asked() (all [][]string) {
	formats := map[string][]string{"check": {"text", "json", "github", "sarif"}, "quality": {"text", "json"}}
	for _, f := range publish.Formats() {
		formats["print"] = append(formats["print"], string(f))
	}
	for _, f := range export.Formats {
		formats["actors"] = append(formats["actors"], string(f))
	}
	for _, f := range export.TableFormats {
		formats["sources"] = append(formats["sources"], string(f))
		formats["compare"] = append(formats["compare"], string(f))
	}
	for _, command := range []string{"print", "actors", "check", "sources", "quality", "compare"} {
		for _, f := range formats[command] {
			all = append(all, []string{command, "--format", f})
			if command == "compare" {
				last := len(all) - 1
				all[last] = append(all[last], "--of", "Rubio", "--with", "Yermak")
			}
		}
	}
	return append(all, [][]string{
		{"print", "-f", "type:call"},
		{"print", "-a", "Rubio", "--since", "2025-09"},
		{"print", "--until=2025-09-08"},
		{"print", "--at", "visit"},
		{"print", "--format", "json", "--head"},
		{"print", "--without", "notes,summary"},
		{"print", "--filter", "type:none"},
		{"print", "--color", "always"},
		{"print", "--ascii"},
		{"print", "--filter", "tpye:call"},
		{"print", "--format", "CSV"},
		{"actors", "-f", "type:visit", "--color=always"},
		{"actors", "--filter", "nothing at all"},
		{"check", "--all"},
		{"check", "--ignore", "duplicate-id,unknown-key"},
		{"check", "--rules"},
		{"sources", "--lacking", "archive"},
		{"sources", "--addresses"},
		{"sources", "--archives"},
		{"quality", "--gap", "30d"},
		{"quality", "--all"},
		{"quality", "--ignore", "no-status"},
		{"quality", "--rules"},
		{"compare", "--of", "source:news", "--with", "Rubio", "-f", "type:call"},
		{"schema"},
	}...)
}

// What is served is answered as the program answers it where the file is, but for words that say what to type there.
func TestAnswersAreThoseOfTheProgram(t *testing.T) {
	c := command{folder: t.TempDir(), files: map[string]string{"small.yaml": small, "flawed.yaml": flawed}}
	write(t, c.folder, c.files)
	for name := range c.files {
		record := share(t, filepath.Join(c.folder, name))
		for _, words := range asked() {
			local := slices.Clone(words)
			if words[0] != "schema" {
				local = append(local, name)
			}
			here, there := c.run(t, local...), record.answer(t, words...)
			if there.stdout != here.stdout || there.code != here.code {
				t.Errorf("%q of %s: code %d and\n%s\nwant %d and\n%s",
					words, name, there.code, there.stdout, here.code, here.stdout)
			}
			if here.stdout == "" && here.stderr == "" {
				t.Errorf("%q: nothing is said", words)
			}
			said := strings.ReplaceAll(here.stderr, "dateline check "+name, "check")
			if here.code == 2 { // what was wrong is all that is said
				said = said[strings.LastIndex(said[:len(said)-1], "\n")+1:]
			}
			if there.stderr != said {
				t.Errorf("%q of %s says\n%s\nwant\n%s", words, name, there.stderr, said)
			}
		}
	}
}

// notAnswered is what ends with 2: paths, flags and commands that are not answered, and what is asked wrongly.
func notAnswered() (all [][]string) {
	for _, command := range []string{"print", "actors", "check", "sources", "quality", "schema"} {
		for _, word := range []string{
			"small.yaml", "/etc/passwd", "-", "HEAD:x.yaml", "@x", "./print", "", "--", "\x1b[31m", "two\nlines",
		} {
			if word == "--" {
				all = append(all, []string{command, word, "x.yaml"})
				continue
			}
			all = append(all, []string{command, word})
		}
		for _, flag := range []string{
			"--config", "--map=title=titel", "--day-first", "--century=1950", "--view=calls", "--fresh", "--linear",
			"--theme=dark", "--version", "--output=x", "--format=../../x", "--format=", "--color=red", "-x", "--two\nlines",
		} {
			all = append(all, []string{command, flag})
		}
	}
	for _, command := range []string{
		"new", "diff", "forget", "man", "completion", "serve", "__complete", "__completeNoDesc", "__typed", "small.yaml", "-",
		"PRINT", "", "two\nlines", "--version", "--config", "help me", "--filter=x", "--color=always",
	} {
		all = append(all, []string{command}, []string{command, "x"}, []string{command, "--", "x"}, []string{"help", command, "x"})
	}
	return append(all, nil, []string{"print", "help"}, []string{"print", "--filter", "type:("}, []string{"print", "--since", "13/13"},
		[]string{"print", "--actor", "nobody"}, []string{"print", "--actor="}, []string{"print", "--at", "nowhere"},
		[]string{"print", "--without", "no-such-key"}, []string{"print", "--head", "--format=csv"},
		[]string{"check", "--ignore", "x"}, []string{"quality", "--gap", "x"}, []string{"quality", "--ignore", "x"},
		[]string{"compare"}, []string{"compare", "--of", "x", "--with", "y"}, []string{"compare", "--of=Rubio", "--with=Rubio"},
		[]string{"help", "new"}, []string{"help", "print", "x"}, []string{"print", "__complete", "x"},
	)
}

// Whatever else is asked ends with 2 and one line, and nothing is written.
func TestWhatIsNotAnswered(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"small.yaml": small, "print": "", "check": ""})
	record := share(t, "small.yaml")
	for _, words := range notAnswered() {
		got := record.answer(t, words...)
		if got.code != 2 || got.stdout != "" || strings.Count(got.stderr, "\n") != 1 || !strings.HasSuffix(got.stderr, "\n") {
			t.Errorf("%q: code %d\n%s\n%s", words, got.code, got.stdout, got.stderr)
		}
		if got.obeyed() != "" || !strings.HasPrefix(got.stderr, "dateline: ") || strings.Contains(got.stderr, "`dateline") {
			t.Errorf("%q says %q", words, got.stderr)
		}
	}
	for _, want := range []struct{ word, said string }{
		{"new", `"new" cannot be asked here; ask print, actors, check, sources, quality, compare, schema or help`},
		{"", `"" cannot be asked here; ask print`},
	} {
		record.answer(t, want.word).want(t, 2, want.said)
	}
	record.answer(t, "print", "x.yaml").want(t, 2, `ssh HOST print takes flags and no "x.yaml"`, "see ssh HOST print --help")
	record.answer(t, "print", "-f", "a (").want(t, 2, "dateline: --filter:1:3: error: ")
	record.answer(t, "quality", "--ignore", "no-staus").want(t, 2, "did you mean `no-status`? quality --rules lists them")
}

// Help names what can be asked where the record is served, and no path.
func TestHelpOfAnswers(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"small.yaml": small})
	record := share(t, "small.yaml")
	commands := []string{"print", "actors", "check", "sources", "quality", "compare", "schema"}
	whole := record.answer(t, "help")
	if other := record.answer(t, "--help"); other != whole || record.answer(t, "-h") != whole {
		t.Errorf("help says\n%s\nand --help\n%s", whole.stdout, other.stdout)
	}
	for _, name := range commands {
		got := record.answer(t, name, "--help")
		got.want(t, 0)
		if other := record.answer(t, "help", name); other != got {
			t.Errorf("help %s says\n%s", name, other.stdout)
		}
		if !strings.Contains(whole.stdout, name) || !strings.Contains(got.stdout, "Usage: ssh HOST "+name) {
			t.Errorf("%s is not in\n%s\nor in\n%s", name, whole.stdout, got.stdout)
		}
		for _, wrong := range []string{"PATH", ".yaml record", "notes/", "--map", "--config", "--theme", "  dateline "} {
			if strings.Contains(got.stdout+whole.stdout, wrong) {
				t.Errorf("help of %s has %q:\n%s", name, wrong, got.stdout)
			}
		}
	}
}

// No answer tells where the record is, where links lead, or what lies beside it.
func TestAnswersTellNoFolder(t *testing.T) {
	root := filepath.Join(t.TempDir(), "secret")
	write(t, root, map[string]string{
		"notes/flawed.yaml": flawed, "notes/broken.yaml": "- {date: 2025-01-01, title: [\n", "notes/empty.yaml": "",
		"notes/page.md": "# 2025\n\n- 3 May: a page\n", "a/x.yaml": flawed, "b/x.yaml": "- {date: 2025-13-01, title: One}\n",
		"gone.yaml": small, "beside-it.yaml": small, "notes/_posts/x.md": small, "notes/shut.yaml": small,
		"only/_posts/2025-01-01-x.md": "Words.\n", "only/x.yaml": "",
	})
	at := func(name string) string { return filepath.Join(root, name) }
	_ = os.Chmod(at("notes/shut.yaml"), 0)
	_ = os.Symlink(at("nowhere.yaml"), at("notes/lost.yaml"))
	_ = os.Symlink(at("beside-it.yaml"), at("link.yaml"))
	in := &host.Input{Bare: true, GCSet: true, Now: time.Now, Paths: []string{
		at("notes"), at("a/x.yaml"), at("b/x.yaml"), at("gone.yaml"), at("link.yaml"), at("only"),
	}}
	if err := in.Check(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Remove(at("gone.yaml")), os.Remove(at("link.yaml"))); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink(at("nowhere.yaml"), at("link.yaml"))
	records := []shared{{in.Load(context.Background(), nil), in.Name()}, share(t, at("notes")), share(t, at("a/x.yaml"))}
	for _, record := range records {
		for _, words := range append(asked(), []string{"check", "--all"}, nil, []string{"print", "--filter", "file:x"}) {
			got := record.answer(t, words...)
			for _, secret := range []string{"secret", "beside-it", "nowhere.yaml", filepath.Dir(root)} {
				if strings.Contains(got.stdout+got.stderr, secret) {
					t.Errorf("%q tells %q:\n%s%s", words, secret, got.stdout, got.stderr)
				}
			}
		}
	}
	for _, said := range []string{"a/x.yaml:", "b/x.yaml:1:", "gone.yaml: error: cannot read gone.yaml", "notes/flawed.yaml:"} {
		if got := records[0].answer(t, "check", "--all"); !strings.Contains(got.stdout, said) {
			t.Errorf("%q is not in\n%s", said, got.stdout)
		}
	}
	if in.String() == "" || strings.Contains(in.String(), "secret") {
		t.Errorf("the record is called %s", in)
	}
}

// An answer ends when nobody hears it, or when it is cut short, which is said.
func TestAnswersEndEarly(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"flawed.yaml": flawed})
	record := share(t, "flawed.yaml")
	for _, words := range asked() {
		ctx, cancel := context.WithCancelCause(context.Background())
		var stderr strings.Builder
		p := cli.Program{Args: words, Stdout: failing{}, Stderr: &stderr, Now: day}
		if code, failed := p.Answer(ctx, record.Progress, record.name); failed != nil || code == 0 ||
			strings.Contains(stderr.String(), os.ErrClosed.Error()) {
			t.Errorf("%q to nobody: code %d, %v\n%s", words, code, failed, &stderr)
		}
		cancel(errors.New("the server stops"))
		var stdout strings.Builder
		p.Stdout = &stdout
		stderr.Reset()
		code, failed := p.Answer(ctx, record.Progress, record.name)
		const said = "dateline: the answer is cut short: the server stops\n"
		if code != 2 || failed != nil || stdout.Len() > 0 || stderr.String() != said {
			t.Errorf("%q cut short: code %d, %v\n%s\n%s", words, code, failed, &stderr, &stdout)
		}
	}
}

// A failing writer is one whose reader is gone.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

// The program's own failure is for who serves the record, and says nothing of what was asked.
func TestAFailureEndsOneAnswer(t *testing.T) {
	var stderr bytes.Buffer
	p := cli.Program{Args: []string{"print", "-f", "private"}, Stdout: &bytes.Buffer{}, Stderr: &stderr, Now: day}
	code, failed := p.Answer(context.Background(), load.Progress{}, "x") // without an index
	if code != 2 || strings.Count(stderr.String(), "\n") != 1 {
		t.Errorf("code %d: %s", code, &stderr)
	}
	if failed == nil || !strings.Contains(failed.Error(), "nil pointer") || !strings.Contains(failed.Error(), "answer.go:") ||
		strings.Contains(failed.Error(), "private") {
		t.Errorf("it says %v", failed)
	}
}

// One record is asked by many at once, and nothing keeps it when they have their answers.
func TestManyAnswersOfOneRecord(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"flawed.yaml": flawed})
	var of weak.Pointer[index.Index]
	func() {
		record := share(t, "flawed.yaml")
		of = weak.Make(record.Index)
		var all sync.WaitGroup
		for _, words := range append(asked(), []string{"help"}, []string{"new"}, []string{"print", "--help"}) {
			all.Go(func() { record.answer(t, words...) })
		}
		all.Wait()
	}()
	for range 3 {
		runtime.GC()
	}
	if of.Value() != nil {
		t.Error("the record is kept")
	}
}
