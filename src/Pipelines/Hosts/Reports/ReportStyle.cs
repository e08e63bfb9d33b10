namespace Pipelines.Hosts.Reports;

/// <summary>The look of the report: nothing is fetched, light and dark as the reader's system has it.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --card: #fff; --line: #dfe3e8; --grid: #edf0f3; --text: #1c2430; --dim: #5d6878; --accent: #b45309;
          --succeeded: #1a7f4b; --failed: #c42b2b; --cancelled: #a15c00; --skipped: #6b7787; --not-run: #8b95a3;
          --succeeded-soft: #d9f2e4; --failed-soft: #fbe0df; --cancelled-soft: #fdebcf; --skipped-soft: #e9ecf0; --not-run-soft: #f1f3f5;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #12161c; --card: #1a2028; --line: #303945; --grid: #252d37; --text: #e6eaf0; --dim: #9aa6b6; --accent: #f0a23b;
            --succeeded: #4cc38a; --failed: #ff7b72; --cancelled: #e3a545; --skipped: #93a0b0; --not-run: #77838f;
            --succeeded-soft: #173b2b; --failed-soft: #4a2022; --cancelled-soft: #443113; --skipped-soft: #2a323c; --not-run-soft: #222931;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main { max-width: 1200px; margin: 0 auto; padding: 32px 24px 64px; }
        h1 { margin: 0; font-size: 26px; line-height: 1.25; letter-spacing: -.01em; }
        h2 { margin: 0 0 14px; font-size: 16px; }
        h3 { margin: 0 0 6px; font-size: 15px; color: var(--failed); }
        code, pre, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
        header { border-left: 6px solid var(--tone); padding-left: 18px; margin-bottom: 24px; }
        header p { margin: 6px 0 0; color: var(--dim); }
        header code { color: var(--text); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 20px 22px; margin-top: 18px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 0; padding: 0; background: none; border: 0; }
        .tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
        .tiles dt { color: var(--dim); font-size: 13px; }
        .tiles dd { margin: 0; font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        .tiles small { display: block; font-size: 13px; font-weight: 400; color: var(--dim); }
        pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--page); border-radius: 6px; padding: 12px 14px; }
        pre + h3 { margin-top: 18px; }
        .wide { overflow-x: auto; }
        svg { display: block; }
        svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--text); }
        svg .dim { fill: var(--dim); }
        svg .grid { stroke: var(--grid); }
        .legend { color: var(--dim); font-size: 13px; margin: 10px 0 0; }
        .bar, .node rect { stroke-width: 1; }
        .succeeded { --tone: var(--succeeded); --soft: var(--succeeded-soft); }
        .failed { --tone: var(--failed); --soft: var(--failed-soft); }
        .cancelled { --tone: var(--cancelled); --soft: var(--cancelled-soft); }
        .skipped { --tone: var(--skipped); --soft: var(--skipped-soft); }
        .not-run { --tone: var(--not-run); --soft: var(--not-run-soft); }
        .bar, .node rect { fill: var(--soft); stroke: var(--tone); }
        .critical.bar, .critical.node rect { stroke: var(--accent); stroke-width: 2.5; }
        .not-run.node rect { stroke-dasharray: 4 3; }
        .edge { fill: none; stroke: var(--line); stroke-width: 1.5; }
        .edge.after { stroke-dasharray: 2 4; }
        .edge.trigger { stroke-dasharray: 7 4; }
        .edge.critical { stroke: var(--accent); stroke-width: 2.5; }
        .key { display: inline-block; width: 22px; height: 0; border-top: 3px solid var(--accent); vertical-align: middle; margin-right: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        th, td { text-align: left; padding: 7px 14px 7px 0; border-top: 1px solid var(--line); vertical-align: top; }
        thead th { border-top: 0; color: var(--dim); font-weight: 500; font-size: 13px; padding-top: 0; }
        tbody th { font-weight: 600; white-space: nowrap; }
        td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        td.when { width: 190px; padding-top: 13px; }
        .status { color: var(--tone); font-weight: 600; white-space: nowrap; }
        .why { color: var(--dim); overflow-wrap: anywhere; }
        .figure { display: inline-block; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: 0 8px; margin: 0 6px 4px 0; }
        .figure b { font-weight: 600; }
        .chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; list-style: none; }
        .chips li { background: var(--soft); border: 1px solid var(--tone); border-radius: 6px; padding: 1px 9px; font-size: 13px; }
        footer { margin-top: 22px; color: var(--dim); font-size: 13px; }
        @media print { body { background: #fff; } section { break-inside: avoid; } }
        """;
}
