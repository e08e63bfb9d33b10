using NUnit.Framework;
using Pipelines.Targets.DotNet.Testing.Sharding;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet.Sharding;

/// <summary>Names as NUnit's adapter lists them.</summary>
public sealed class TestNameTests
{
    [TestCase("Exp.Plain.A", "Exp.Plain", "Exp.Plain.")]
    [TestCase("Exp.Plain.A(\"a.b(c\\\"d\")", "Exp.Plain", "Exp.Plain.")]
    [TestCase("Exp.Param(\"a(b.c|d\").B(2)", "Exp.Param", "Exp.Param")]
    [TestCase("Exp.Gen<List<String>>.A", "Exp.Gen", "Exp.Gen")]
    [TestCase("Exp.Gen<Int32>.Inner(1).A", "Exp.Gen.Inner", "Exp.Gen")]
    [TestCase("Exp.Outer+Inner.A", "Exp.Outer+Inner", "Exp.Outer+Inner.")]
    [TestCase("Exp.Outer.with.dots (odd", "Exp.Outer.with", "Exp.Outer.with.")]
    [TestCase("Exp.Odd.A(')')", "Exp.Odd", "Exp.Odd.")]
    [TestCase("Exp.Half.A)", "Exp.Half", "Exp.Half.")]
    [TestCase("Exp.``spaced name``.A", "Exp.``spaced name``", "Exp.")]
    [TestCase("Alone", "Alone", "Alone")]
    public void A_name_is_taken_apart(string name, string type, string term)
    {
        TestName.Class(name).ShouldBe(type);
        TestName.Term(type, name).ShouldBe(term);
    }
}
