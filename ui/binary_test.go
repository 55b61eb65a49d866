package ui_test

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"testing"
)

// TestMain tries a property on 30 examples instead of 100, unless LONG=1 is in the environment.
func TestMain(m *testing.M) {
	if where := os.Getenv(panicsIn); where != "" {
		os.Exit(panicking(where))
	}
	heedSignals()
	flag.Parse()
	preset("test.parallel", "4") // what is parallel waits for terminals most of the time
	if os.Getenv("LONG") == "" {
		preset("rapid.checks", "30")
	}
	code := m.Run()
	if folder != "" {
		_ = os.RemoveAll(folder)
	}
	os.Exit(code)
}

// heedSignals takes signals that the tests were started to ignore, as by nohup, so that programs that they start do not
// ignore them: what a program takes is not ignored after exec.
func heedSignals() {
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGINT} { // the others are taken by the runtime of Go
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s) // and nothing is done about it
		}
	}
}

// preset sets a flag that nobody has given.
func preset(name, value string) {
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	if !given {
		_ = flag.Set(name, value)
	}
}

// folder holds the program while the tests run.
var folder string

// coverageIn is the variable of the environment that names a folder, into which every program that a test runs writes
// which of its code has run.
const coverageIn = "DATELINE_TEST_COVERAGE_IN"

// built makes the real program, once, for the first test that wants it. It carries the frozen copy of the record.
var built = sync.OnceValues(func() (string, error) {
	var err error
	if folder, err = os.MkdirTemp("", "dateline"); err != nil {
		return "", err
	}
	program := filepath.Join(folder, "dateline")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	overlay, err := frozenRecord(folder)
	if err != nil {
		return "", err
	}
	args := []string{"build", "-overlay", overlay, "-o", program}
	if os.Getenv(coverageIn) != "" {
		args = append(args, "-cover", "-coverpkg=dateline/...", "-covermode", cmp.Or(testing.CoverMode(), "set"))
	}
	cmd := exec.Command("go", append(args, "..")...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return program, nil
})

// frozenRecord writes the file that tells the go command which record the program carries, and returns the path of it.
func frozenRecord(folder string) (string, error) {
	carried, err := filepath.Abs("../events.yaml")
	if err != nil {
		return "", err
	}
	frozen, err := filepath.Abs("testdata/record.yaml")
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(map[string]map[string]string{"Replace": {carried: frozen}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(folder, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o644)
}

// binary is the path of the real program.
func binary(t *testing.T) string {
	t.Helper()
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// environment is the same everywhere, with or without CI, but for what is added.
func environment(t *testing.T, added ...string) []string {
	t.Helper()
	home := t.TempDir()
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + home, "LANG=C.UTF-8", "TERM=xterm-256color", "EDITOR=true",
	}
	if runtime.GOOS == "windows" {
		env = append(env, "SystemRoot="+os.Getenv("SystemRoot"), "TEMP="+home)
	}
	if where := os.Getenv(coverageIn); where != "" {
		env = append(env, "GOCOVERDIR="+where)
	}
	return append(env, added...)
}
