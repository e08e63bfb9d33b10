using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Hosts.Reports;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Hosts.Reports;

[TestFixture]
public sealed partial class ReportPageTests
{
    [Test]
    public void A_small_run_reads_well()
    {
        var page = ReportPage.Write(SampleRun.Of(4));

        Snapshot.Match(Styles().Replace(page, "<style>...</style>"));
    }

    [TestCase(1)]
    [TestCase(12)]
    [TestCase(150)]
    public void Every_target_is_in_the_table_and_the_page_needs_nothing_else(int size)
    {
        var run = SampleRun.Of(size);

        var page = ReportPage.Write(run);

        foreach (var target in run.Targets)
        {
            page.ShouldContain($"<th scope=\"row\">{target.Name}</th>");
        }
        foreach (var dependence in new[] { "<script", "src=", "href=", "url(", "@import", "http:", "https:" })
        {
            page.ShouldNotContain(dependence);
        }
        foreach (var picture in Pictures().Matches(page).Select(match => match.Value))
        {
            XDocument.Parse(picture).Root.ShouldNotBeNull();
        }
    }

    [Test]
    public void What_a_program_said_is_never_markup()
    {
        var page = ReportPage.Write(SampleRun.Of(12));

        page.ShouldContain("&lt;b&gt;disk&lt;/b&gt; full &amp; red: &#x27;100 %&#x27;\nsecond line");
        page.ShouldNotContain("<b>disk");
        page.ShouldNotContain("\e");
    }

    [TestCase(2)]
    [TestCase(60)]
    [TestCase(300)]
    public void Targets_stand_right_of_what_they_wait_for_and_none_on_another(int size)
    {
        var graph = new GraphLayers(SampleRun.Of(size).Targets);

        GraphLayout.Arrange(graph.Layers);

        graph.Edges.ShouldAllBe(edge => edge.Points.Zip(edge.Points.Skip(1)).All(pair => pair.First.Layer + 1 == pair.Second.Layer));
        foreach (var (upper, lower) in graph.Layers.SelectMany(layer => layer.Zip(layer.Skip(1))))
        {
            (lower.Y - upper.Y).ShouldBeGreaterThanOrEqualTo(((upper.Height + lower.Height) / 2) - 0.001);
        }
    }

    [Test]
    public void An_edge_that_follows_from_others_is_left_out()
    {
        var graph = new GraphLayers([Target("A"), Target("B", "A"), Target("C", "A", "B")]);

        graph.Edges.Select(edge => $"{edge.Points[0].Target!.Name}{edge.Points[^1].Target!.Name}").ShouldBe(["AB", "BC"]);
    }

    private static TargetRecord Target(string name, params string[] dependencies) => new(new(name, Invoked: false) { Dependencies = [.. dependencies] });

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Styles();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pictures();
}
