using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Parameters;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Parameters;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TypesTests : IDisposable
{
    private static readonly ImmutableArray<ParameterDeclaration> Declarations = ParameterDeclarations.Of(typeof(TypesBuild)).All;
    private readonly ScratchFolder _root = new();

    public void Dispose() => _root.Dispose();

    [TestCase(nameof(TypesBuild.Small), "-128", (sbyte)-128)]
    [TestCase(nameof(TypesBuild.Large), "18446744073709551615", ulong.MaxValue)]
    [TestCase(nameof(TypesBuild.Single), "0.5", 0.5f)]
    [TestCase(nameof(TypesBuild.Maybe), "false", false)]
    [TestCase(nameof(TypesBuild.Letter), "ß", 'ß')]
    [TestCase(nameof(TypesBuild.Toppings), "nuts,hot-sauce", Toppings.Nuts | Toppings.HotSauce)]
    public void A_plain_value_is_read(string name, string text, object expected) => Read(name, text).ShouldBe(expected);

    [Test]
    public void Values_that_are_no_constants_are_read() => new[]
    {
        Read("Huge", "-170141183460469231731687303715884105728"),
        Read("Half", "0.5"),
        Read("Money", "9.99"),
        Read("Id", "6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        Read("Time", "2026-01-31T18:00:00"),
        Read("Instant", "2026-01-31T18:00:00+01:00"),
        Read("Instant", "2026-01-31"),
        Read("Day", "2026-01-31"),
        Read("Hour", "18:05"),
        Read("Release", "1.2.3"),
        Read("Heat", "180C"),
        Read("Oven", """{ "name": "big", "heat": 200, "flavour": "BlueGreen" }"""),
    }.ShouldBe(
    [
        Int128.MinValue,
        (Half)0.5,
        9.99m,
        new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        new DateTime(2026, 1, 31, 18, 0, 0, DateTimeKind.Unspecified),
        new DateTimeOffset(2026, 1, 31, 18, 0, 0, TimeSpan.FromHours(1)),
        new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 1, 31),
        new TimeOnly(18, 5),
        new Version(1, 2, 3),
        new Celsius(180),
        new Oven("big", 200, Flavour.BlueGreen),
    ]);

    [Test]
    public void An_enumeration_of_NUKEs_shape_gives_its_own_values()
    {
        Read("Taste", "very-sour").ShouldBeSameAs(Taste.VerySour);

        ((string)Taste.VerySour).ShouldBe("VerySour");
        (Taste.Sweet == Taste.VerySour).ShouldBeFalse();
        System.ComponentModel.TypeDescriptor.GetConverter(typeof(Taste)).ConvertFromInvariantString("sweet").ShouldBeSameAs(Taste.Sweet);
    }

    [Test]
    public void Collections_of_all_kinds_are_read()
    {
        Read("Counts", "1", "2").ShouldBeOfType<List<int>>().ShouldBe([1, 2]);
        Read("Names", "a", "b", "a").ShouldBeOfType<HashSet<string>>().ShouldBe(["a", "b"], ignoreOrder: true);
        Read("Tastes", "sweet").ShouldBeOfType<ImmutableList<Taste>>().ShouldBe([Taste.Sweet]);
        Read("Flavours", "plain", "blue-green").ShouldBeOfType<ImmutableArray<Flavour?>>().ShouldBe([Flavour.Plain, Flavour.BlueGreen]);
        Read("Ports", "http=80", "https=443").ShouldBeOfType<Dictionary<string, int>>().ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["http"] = 80, ["https"] = 443 });
        Read("Labels", "a=b=c").ShouldBeOfType<ImmutableSortedDictionary<string, string>>()["a"].ShouldBe("b=c");
    }

    [Test]
    public void A_file_gives_objects_and_dictionaries_as_JSON()
    {
        _root.Write(".nuke/parameters.json", """{ "Oven": { "Name": "big", "Heat": 200 }, "Ovens": [{ "Name": "a", "Heat": 1 }, { "Name": "b", "Heat": 2 }], "Ports": { "http": 80 }, "Counts": [], "Toppings": "Nuts" }""");

        var values = Bind();

        values.Problems.ShouldBeEmpty();
        var build = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var value in values.Given)
        {
            build[value.Parameter.Name] = value.Value;
        }

        build["Oven"].ShouldBe(new Oven("big", 200));
        build["Ovens"].ShouldBeOfType<Oven[]>().ShouldBe([new("a", 1), new("b", 2)]);
        build["Ports"].ShouldBeOfType<Dictionary<string, int>>()["http"].ShouldBe(80);
        build["Counts"].ShouldBeOfType<List<int>>().ShouldBeEmpty();
    }

    [TestCase("Small", "128", "expected a whole number from -128 to 127.")]
    [TestCase("Letter", "ab", "expected one character.")]
    [TestCase("Id", "1234", "expected a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff.")]
    [TestCase("Time", "01/02/2026", "expected a time such as 2026-01-31T18:00:00.")]
    [TestCase("Day", "31.01.2026", "expected a date such as 2026-01-31.")]
    [TestCase("Release", "one", "expected a version such as 1.2 or 1.2.3.4.")]
    [TestCase("Taste", "swet", "expected one of Sweet, VerySour. Did you mean 'Sweet'?")]
    [TestCase("Toppings", "nuts,3", "expected one or more of None, Nuts, HotSauce, separated by commas. Did you mean 'Nuts'?")]
    [TestCase("Heat", "hot", "expected a Celsius.")]
    [TestCase("Oven", "{\"nam\": 1}", "expected Oven as a JSON object such as {\"name\": \"value\"}.")]
    [TestCase("Ports", "http", "expected name=value, each name once and each value a whole number from -2147483648 to 2147483647.")]
    public void A_value_of_another_form_is_told_with_the_right_one(string name, string text, string expectation) =>
        Bind($"--{Spelling.Kebab(name)}={text}").Problems.ShouldHaveSingleItem().ShouldBe($"Parameter '{name}' cannot be '{text}' (from --{Spelling.Kebab(name)}): {expectation}");

    [Test]
    public void A_name_that_comes_twice_is_told() =>
        Bind("--ports", "a=1", "a=2").Problems.ShouldHaveSingleItem().ShouldStartWith("Parameter 'Ports' cannot be 'a=1 a=2'");

    private object Read(string name, params string[] words)
    {
        var option = $"--{Spelling.Kebab(name)}";
        var values = Bind(words is [var word] ? [$"{option}={word}"] : [option, .. words]);
        values.Problems.ShouldBeEmpty();
        return values.Given.ShouldHaveSingleItem().Value;
    }

    private ParameterValues Bind(params string[] arguments) =>
        ParameterValues.Bind(Declarations, CommandLine.Parse(arguments, Declarations, []), ImmutableDictionary<string, string>.Empty, _root.Path);
}
