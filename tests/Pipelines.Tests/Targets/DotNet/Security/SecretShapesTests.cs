using NUnit.Framework;
using Pipelines.Targets.DotNet.Security;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet.Security;

/// <summary>Secrets are put together here, so that no scan finds them in this file.</summary>
public sealed class SecretShapesTests
{
    private static readonly string Long = new('a', 90);

    private static readonly (string Shape, string Text)[] Secrets =
    [
        ("aws-access-key", "AKIA" + "IOSFODNN7EXAMPLE".Replace('1', '2')),
        ("azure-storage-key", "AccountKey" + "=" + Long[..86] + "=="),
        ("github-token", "ghp_" + Long[..36]),
        ("github-token", "github_pat_" + Long[..22] + "_" + Long[..59]),
        ("gitlab-token", "glpat-" + Long[..20]),
        ("google-api-key", "AIza" + Long[..35]),
        ("json-web-token", "eyJ" + Long[..20] + ".eyJ" + Long[..20] + "." + Long[..40]),
        ("npm-token", "npm_" + Long[..36]),
        ("nuget-key", "oy2" + Long[..43]),
        ("private-key", "-----BEGIN " + "RSA PRIVATE KEY-----"),
        ("private-key", "-----BEGIN " + "PRIVATE KEY-----"),
        ("slack-token", "xoxb-" + Long[..30]),
        ("stripe-key", "sk_live_" + Long[..24]),
    ];

    [Test]
    public void Every_shape_is_found_at_its_line_and_masked([Range(0, 12)] int index)
    {
        var (shape, text) = Secrets[index];

        var finding = SecretScan.Find("a.txt", $"\n\nkey: \"{text}\"\n").ShouldHaveSingleItem();

        finding.Rule.ShouldBe(shape);
        finding.Line.ShouldBe(3);
        finding.ToString().ShouldNotContain(text);
        finding.Message.ShouldContain($"{text[..4]}***");
    }

    [TestCase("ghp_short")]
    [TestCase("AKIAlowercase1234567")]
    [TestCase("eyJhbGciOi.no.token")]
    [TestCase("-----BEGIN PUBLIC KEY-----")]
    [TestCase("-----BEGIN CERTIFICATE-----")]
    [TestCase("https://example.org/npm_install_all_packages")]
    public void What_only_looks_alike_is_left_alone(string text)
    {
        SecretScan.Find("a.txt", text).ShouldBeEmpty();
    }

    [Test]
    public void An_allowed_secret_has_a_known_shape_a_place_and_a_reason()
    {
        var list = SecretAllowList.Parse("# of the tests\n\ngithub-token tests/Login.cs # revoked\nprivate-key tests/keys/** # made for tests\n");

        list.Allowing("github-token", "tests/Login.cs").ShouldNotBeNull();
        list.Allowing("npm-token", "tests/Login.cs").ShouldBeNull();
        list.Allowing("private-key", "tests/keys/a/b.pem").ShouldNotBeNull();
        list.Allowing("private-key", "tests/keys2/b.pem").ShouldBeNull();
        var refused = Should.Throw<TargetFailedException>(() => SecretAllowList.Parse("github-token a.txt\ngithb-token a.txt # why\n"));
        refused.Message.ShouldContain("line 1: 'github-token a.txt', line 2: 'githb-token a.txt # why'");
    }
}
