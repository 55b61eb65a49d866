package svg

// style has the colours of a light picture, and of a dark one where the reader's system is dark.
const style = `
.dateline text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2328}
.dateline .title{font-size:18px;font-weight:600}
.dateline .side{font-size:11px;font-weight:600;letter-spacing:.05em;fill:#57606a}
.dateline .faint{font-size:11px;fill:#57606a}
.dateline .number{font-size:9px;fill:#57606a}
.dateline .count{text-anchor:end}
.dateline .fold{text-anchor:middle}
.dateline .on{font-size:8px;font-weight:600;text-anchor:middle;fill:#fff}
.dateline .on.small{font-size:5.5px}
.dateline .ground{fill:#fff}
.dateline path{fill:none;stroke-width:1}
.dateline .line{stroke:#57606a}
.dateline .lane{stroke:#e3e6ea}
.dateline .tie{stroke:#9fb4d4}
.dateline .going{stroke:#8c959f;stroke-width:3;stroke-opacity:.6}
.dateline .force{fill:#c4261d}.dateline .talks{fill:#1f5fbf}.dateline .words{fill:#8a6100}
.dateline .help{fill:#1a7f37}.dateline .other{fill:#646c75}
.dateline .stroke{fill:none;stroke-width:2}
.dateline .stroke.force,.dateline .vague.force{stroke:#c4261d}.dateline .vague.talks{stroke:#1f5fbf}
.dateline .vague.words{stroke:#8a6100}.dateline .stroke.help,.dateline .vague.help{stroke:#1a7f37}
.dateline .vague.other{stroke:#646c75}
.dateline .vague{fill:#fff;stroke-width:1}
@media (prefers-color-scheme:dark){
.dateline text{fill:#e6edf3}
.dateline .side,.dateline .faint,.dateline .number{fill:#9ea7b3}
.dateline .on{fill:#0d1117}
.dateline .ground{fill:#0d1117}
.dateline .line{stroke:#9ea7b3}
.dateline .lane{stroke:#232b35}
.dateline .tie{stroke:#3f5b80}
.dateline .going{stroke:#7d8590}
.dateline .force{fill:#ff7b72}.dateline .talks{fill:#6cb6ff}.dateline .words{fill:#d7ba5a}
.dateline .help{fill:#6bc46d}.dateline .other{fill:#b1bac4}
.dateline .stroke{fill:none}
.dateline .stroke.force,.dateline .vague.force{stroke:#ff7b72}.dateline .vague.talks{stroke:#6cb6ff}
.dateline .vague.words{stroke:#d7ba5a}.dateline .stroke.help,.dateline .vague.help{stroke:#6bc46d}
.dateline .vague.other{stroke:#b1bac4}
.dateline .vague{fill:#0d1117}
}
`
