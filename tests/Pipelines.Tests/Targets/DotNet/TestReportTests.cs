using NUnit.Framework;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class TestReportTests
{
    [Test]
    public async Task Results_and_coverage_of_all_kinds_add_up()
    {
        using var results = new ScratchFolder();
        results.Write("unit/Shop.Tests.trx", TrxTexts.Mixed);
        results.Write("integration/Shop.Tests.trx", TrxTexts.Crashed);
        results.Write("unit/Shop.Tests.cobertura.xml", Coverage(firstHits: 1, secondHits: 0));
        results.Write("integration/Shop.Tests.cobertura.xml", Coverage(firstHits: 0, secondHits: 4));

        var findings = await TestReport.ReadAllAsync(results.Path, CancellationToken.None);

        findings.Tests.ToString().ShouldBe("2 passed, 2 failed, 1 skipped");
        findings.Coverage.ToString().ShouldBe("100.0 % of 2 lines");
    }

    [Test]
    public async Task Where_no_test_ran_the_sum_is_zero()
    {
        using var results = new ScratchFolder();

        var findings = await TestReport.ReadAllAsync(results / "tests", CancellationToken.None);

        findings.Tests.ToString().ShouldBe("0 passed, 0 failed, 0 skipped");
    }

    private static string Coverage(int firstHits, int secondHits) =>
        $"""
        <coverage><sources><source>/_/</source></sources><packages><package name="Shop"><classes>
          <class name="Shop" filename="Shop.cs"><methods /><lines><line number="1" hits="{firstHits}" /><line number="2" hits="{secondHits}" /></lines></class>
        </classes></package></packages></coverage>
        """;
}
