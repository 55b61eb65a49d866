package cli_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/anmitsu/go-shlex"
)

// What the papers say of serving can be typed: every flag is there, the bounds are those that the program has, and what
// readers type is answered.
func TestWhatIsSaidOfServing(t *testing.T) {
	said := map[string]string{}
	for _, path := range []string{"README.md", ".github/SECURITY.md", ".github/examples/dateline.service"} {
		text, err := os.ReadFile("../../" + path)
		if err != nil {
			t.Fatal(err)
		}
		said[path] = string(text)
	}
	carried, err := curated()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"record.yaml": string(carried)})
	record := share(t, "record.yaml")
	own, screen := command{}.run(t, "serve", "--help").stdout, command{}.run(t, "--help").stdout
	said["serve --help"] = own
	serve, flag := regexp.MustCompile("(?m)(?:^|[/ =`])dateline serve(.*)$"), regexp.MustCompile(`--[a-z][a-z-]*`)
	typed := regexp.MustCompile(`(?m)^ *ssh [^|\n]*?HOST( .*)?$`)
	lines := 0
	for path, text := range said {
		for _, line := range serve.FindAllStringSubmatch(text, -1) {
			words, _, _ := strings.Cut(line[1], "`")
			for _, name := range flag.FindAllString(words, -1) {
				if !strings.Contains(own, " "+name+" ") {
					t.Errorf("%s has dateline serve%s, and there is no %s", path, words, name)
				}
			}
		}
		for _, line := range typed.FindAllStringSubmatch(text, -1) {
			lines++
			asked, _, _ := strings.Cut(line[1], "  ")
			asked, _, _ = strings.Cut(asked, " > ")
			asked, flags := strings.CutPrefix(strings.TrimSpace(asked), "-- ")
			words, err := shlex.Split(asked, true) // by the shell of the reader …
			if err == nil {
				words, err = shlex.Split(strings.Join(words, " "), true) // … and here
			}
			switch {
			case err != nil:
				t.Errorf("%s: %q: %v", path, line[0], err)
			case flags:
				for _, name := range flag.FindAllString(asked, -1) {
					if !strings.Contains(screen, name+" ") {
						t.Errorf("%s: %q: the screen has no %s", path, line[0], name)
					}
				}
			case len(words) > 0:
				if got := record.answer(t, words...); got.code != 0 {
					t.Errorf("%s: %q is answered with %d: %s", path, line[0], got.code, got.stderr)
				}
			}
		}
	}
	if lines < 8 {
		t.Errorf("only %d lines are found that readers type", lines)
	}
	for name, usual := range map[string][2]string{
		"readers n": {"100", "100"}, "per-address n": {"10", "10"}, "idle time": {"30m", "30m0s"},
	} {
		row := regexp.MustCompile(`(?m)^\| .--` + name + `. \|.*\| ` + usual[0] + ` \|$`)
		is := regexp.MustCompile(`--` + name + `[^-]*\(default ` + usual[1] + `\)`)
		if !row.MatchString(said["README.md"]) || !is.MatchString(own) {
			t.Errorf("--%s is not %s in README, or in\n%s", name, usual[0], own)
		}
	}
}
