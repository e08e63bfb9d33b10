namespace Sample.Storefront.Pages;

/// <summary>How the page looks; embedded, so that one answer is the whole page.</summary>
internal static class StyleSheet
{
    /// <summary>CSS, without anything that HTML would read as a tag.</summary>
    public const string Text = """
        :root { color-scheme: light dark; --ink: #26221c; --paper: #faf7f1; --card: #fff; --line: #e4dccd; --accent: #8a4b1f; }
        @media (prefers-color-scheme: dark) { :root { --ink: #ece6da; --paper: #1b1916; --card: #26231f; --line: #3b362f; --accent: #e0a274; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.25rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, "Times New Roman", serif; }
        header { margin-bottom: 2rem; border-bottom: 1px solid var(--line); }
        h1 { margin: 0; font-size: 2.25rem; letter-spacing: -0.02em; }
        header p { margin: 0.25rem 0 1.25rem; font-style: italic; }
        main { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
        article { display: flex; flex-direction: column; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; }
        h2 { margin: 0 0 0.4rem; font-size: 1.15rem; }
        a { color: var(--accent); text-decoration: none; }
        a:hover, a:focus-visible { text-decoration: underline; }
        article p { margin: 0 0 0.75rem; }
        .price { margin: auto 0 0; font-weight: bold; font-variant-numeric: tabular-nums; }
        .cart { margin-bottom: 2rem; padding: 1.25rem; border: 1px solid var(--accent); border-radius: 0.5rem; }
        .cart ul { padding-left: 1.25rem; }
        .cart li form { display: inline; }
        button { padding: 0.35rem 0.9rem; background: none; border: 1px solid var(--accent); border-radius: 0.35rem; color: var(--accent); font: inherit; cursor: pointer; }
        button:hover, button:focus-visible { background: var(--accent); color: var(--paper); }
        article form { margin-top: 0.75rem; }
        footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.85rem; opacity: 0.75; }
        """;
}
