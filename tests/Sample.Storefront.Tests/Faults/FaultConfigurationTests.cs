using Microsoft.Extensions.Configuration;
using NUnit.Framework;
using Sample.Storefront.Faults;
using Shouldly;

namespace Sample.Storefront.Tests.Faults;

public sealed class FaultConfigurationTests
{
    [Test]
    public void Nothing_configured_is_no_fault()
    {
        Read().ShouldBe(new FaultOptions());
    }

    [Test]
    public void Every_fault_is_read_whatever_the_case_of_its_name()
    {
        var faults = Read(
            ("errors", "0.3"), ("ERRORSAFTER", "5"), ("Latency", "1.5s"), ("LatencyAfter", "0"), ("NeverReady", "true"), ("SlowStart", "250ms"), ("CrashAtStart", "True"), ("CrashAfter", "7"));

        faults.ShouldBe(new FaultOptions
        {
            Errors = 0.3m,
            ErrorsAfter = 5,
            Latency = TimeSpan.FromSeconds(1.5),
            NeverReady = true,
            SlowStart = TimeSpan.FromMilliseconds(250),
            CrashAtStart = true,
            CrashAfter = 7,
        });
    }

    [TestCase("Errors", "1.01")]
    [TestCase("Errors", "-0.1")]
    [TestCase("Errors", "30%")]
    [TestCase("Errors", "0,3")]
    [TestCase("Errors", "")]
    [TestCase("ErrorsAfter", "-1")]
    [TestCase("Latency", "500")]
    [TestCase("Latency", "500 ms")]
    [TestCase("Latency", "-1s")]
    [TestCase("Latency", "11m")]
    [TestCase("Latency", "1ss")]
    [TestCase("SlowStart", "soon")]
    [TestCase("NeverReady", "yes")]
    [TestCase("CrashAfter", "1.5")]
    public void A_value_that_does_not_parse_is_refused_by_name_and_value(string name, string value)
    {
        var refused = Should.Throw<StartRefusedException>(() => Read((name, value)));

        refused.Message.ShouldStartWith($"Faults:{name} is '{value}'. Give ");
        refused.ExitCode.ShouldBe(78);
    }

    [Test]
    public void All_problems_are_told_at_once()
    {
        var refused = Should.Throw<StartRefusedException>(() => Read(("Latncy", "1s"), ("Errors", "2"), ("Latency:Max", "1s")));

        refused.Message.Split('\n').Length.ShouldBe(3);
        refused.Message.ShouldContain("Faults:Latncy is not known. Known are Errors, ");
    }

    [Test]
    public void A_section_given_as_one_value_is_refused()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Faults", "errors=0.3")]).Build();

        Should.Throw<StartRefusedException>(() => FaultConfiguration.Read(configuration.GetSection("Faults"))).Message.ShouldContain("Faults is 'errors=0.3'");
    }

    private static FaultOptions Read(params (string Name, string Value)[] settings) => FaultConfiguration.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"Faults:{setting.Name}", setting.Value)))
        .Build()
        .GetSection("Faults"));
}
