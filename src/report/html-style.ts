export const style = `:root { color-scheme: light dark; --text: #1f2328; --quiet: #57606a; --line: #d0d7de; --ground: #ffffff; --high: #b42318; --medium: #8a5300; --low: #0a5a8a; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9aa4af; --line: #3d444d; --ground: #14181d; --high: #ff8a80; --medium: #f0b858; --low: #7cc4f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 32px 24px 64px; color: var(--text); background: var(--ground); font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 8px; font-size: 30px; font-weight: 600; line-height: 1.2; }
h2 { margin: 40px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); font-size: 21px; font-weight: 600; }
h3 { margin: 0 0 4px; font-size: 15px; font-weight: 600; }
p { margin: 0 0 8px; overflow-wrap: anywhere; }
a { color: var(--low); }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
.quiet, .details { color: var(--quiet); }
.details { font-size: 13px; }
figure { margin: 24px 0 0; padding: 8px; background: #ffffff; border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; }
figure svg { display: block; width: 100%; height: auto; max-height: 620px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
table + p { margin-top: 8px; font-size: 14px; }
th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; }
.pillars td:not(:first-child), .pillars th:not(:first-child) { white-space: nowrap; }
meter { width: 96px; vertical-align: middle; }
article { padding: 12px 0; border-bottom: 1px solid var(--line); }
article:last-child { border-bottom: none; }
.mark { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 10px; font-size: 12px; font-weight: 600; line-height: 18px; }
.mark.high { color: var(--high); }
.mark.medium { color: var(--medium); }
.mark.low { color: var(--low); }
dt { margin-top: 8px; font-weight: 600; }
dd { margin: 0; }
@page { margin: 16mm; }
@media print {
  :root { color-scheme: light; --text: #000000; --quiet: #444444; --line: #bbbbbb; --ground: #ffffff; --high: #b42318; --medium: #8a5300; --low: #0a5a8a; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  article, tr, figure, dt { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`;
