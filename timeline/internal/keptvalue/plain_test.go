package keptvalue

import (
	"math/rand/v2"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// What is written without the encoder is written as by the encoder.
func TestPlainIsAsEncoded(t *testing.T) {
	rng, quick := rand.New(rand.NewPCG(1, 2)), 0
	for range 20_000 {
		n := someValue(rng, 4)
		plain, ok := appendPlain(nil, n, 0, false)
		if !ok {
			continue
		}
		quick++
		if want, err := encoded(n); err != nil || string(plain) != want {
			t.Fatalf("the value is written as\n%s\nwant\n%s (%v)", plain, want, err)
		}
	}
	if quick < 1000 {
		t.Errorf("%d values of 20,000 are written without the encoder", quick)
	}
}

// someValue returns a value that is so deep at most.
func someValue(rng *rand.Rand, depth int) *yaml.Node {
	texts := []string{
		"a", "1", "x y", "2024-02-03", "a/b", "1.5", "yes", "null", "no_", "0x1f", "0755", "1e3", "12-", "a b-c d", "y",
		"true", "1_000", "a.", "-", "a ", " a", "a  b", "é", "", "a:b", "#", strings.Repeat("word ", 40) + "end",
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Value: texts[rng.IntN(16+rng.IntN(len(texts)-15))]}
	switch kind := rng.IntN(3); {
	case depth == 0 || kind == 0:
		n.Style = []yaml.Style{0, 0, 0, 0, 0, 0, 0, yaml.DoubleQuotedStyle}[rng.IntN(8)]
		return n
	case kind == 1:
		n = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	default:
		n = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	}
	n.Style = []yaml.Style{0, 0, yaml.FlowStyle}[rng.IntN(3)]
	for range rng.IntN(4) {
		if n.Kind == yaml.MappingNode {
			n.Content = append(n.Content, someValue(rng, rng.IntN(12)/11))
		}
		n.Content = append(n.Content, someValue(rng, depth-1))
	}
	return n
}
