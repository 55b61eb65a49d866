package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/query"
	"dateline/ui"
)

// plainPage returns the manual page as it is read, without what makes it bold.
func plainPage(t *testing.T) string {
	t.Helper()
	got := command{}.run(t, "man")
	got.want(t, 0)
	text := regexp.MustCompile(`\\f[BIR]|\\&`).ReplaceAllString(got.stdout, "")
	return strings.NewReplacer(
		`\-`, "-", `\(aq`, "'", `\(ha`, "^", `\(ti`, "~", `\(dq`, `"`, `\(ga`, "`", `\e`, `\`, `\(<-`, "←", `\(->`, "→",
		`\(ua`, "↑", `\(da`, "↓", `\(en`, "–", "...", "…", `\(lq`, "“", `\(rq`, "”",
	).Replace(text)
}

// The manual page has every command, every flag, every key and all of the filter's language.
func TestManualPageHasEverything(t *testing.T) {
	page := plainPage(t)
	has := func(line string) {
		t.Helper()
		if !strings.Contains(page, "\n"+line+"\n") {
			t.Errorf("the manual page has no line %q", line)
		}
	}
	commands, _ := command{}.complete(t, "")
	flag := regexp.MustCompile(`(?m)^ +(-\w, |    )--([a-z-]+)(?: ([a-z]+)  )?`)
	for _, name := range append(commands, "") {
		if name == "help" {
			continue
		}
		for _, f := range flag.FindAllStringSubmatch(command{}.run(t, append(strings.Fields(name), "--help")...).stdout, -1) {
			has(strings.TrimSpace(strings.TrimSpace(f[1]) + " " + strings.TrimSpace("--"+f[2]+" "+f[3])))
		}
		if !strings.Contains(page, "\n.SS \"dateline "+name) && name != "" {
			t.Errorf("the manual page does not have the command %s", name)
		}
	}
	for _, row := range ui.Keys().Rows {
		if row.Does != "" {
			has(row.Shown + " (" + row.Name + ")")
			has(row.Does)
		}
	}
	for _, sign := range query.Signs {
		has(sign.Text)
	}
	for _, key := range []string{"actor:", "says:", "claim:", "is:", "until:"} {
		has(key)
	}
}

// The manual page names every variable of the environment that the program asks for.
func TestManualPageHasTheEnvironment(t *testing.T) {
	asked := regexp.MustCompile(`(?:getenv\(|env\[|home = |home := |, )"([A-Z][A-Z_]{2,}|AppData)"`)
	names := map[string]string{} // -> a file that asks for it
	for _, folder := range []string{".", "../host", "../terminal", "../kept", "../config"} {
		files, err := filepath.Glob(folder + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range asked.FindAllStringSubmatch(string(text), -1) {
				if !strings.HasSuffix(file, "_test.go") {
					names[name[1]] = file
				}
			}
		}
	}
	page := plainPage(t)
	for name, file := range names {
		if !strings.Contains(page, name) && name != "PATH" {
			t.Errorf("the manual page does not say what %s is for, which %s asks for", name, file)
		}
	}
	if len(names) < 10 {
		t.Errorf("only %d variables are found: %v", len(names), names)
	}
}

// The help of each command says what its code 1 means, and the manual page says it of each that has a meaning of its own.
func TestEveryCommandSaysItsExitCodes(t *testing.T) {
	page := strings.Join(strings.Fields(plainPage(t)), " ")
	for name, one := range map[string]string{
		"": "nothing matched", "print": "nothing matched", "quality": "nothing matched", "check": "errors found",
		"compare": "one of the two has no event", "diff": "a change, or nothing matched", "forget": "nothing is remembered",
		"new": "", "schema": "", "man": "", "completion": "",
	} {
		want := "Exit status: 0 fine, 1 " + one + ", 2 usage"
		if one == "" {
			want = "Exit status: 0 fine, 2 usage"
		} else if own := name + ": " + one; one != "nothing matched" && !strings.Contains(page, own) {
			t.Errorf("the manual page lacks %q", own)
		}
		if got := (command{}).run(t, append(strings.Fields(name), "--help")...).stdout; !strings.Contains(got, want) {
			t.Errorf("dateline %s --help lacks %q", name, want)
		}
	}
}
