using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>Writes findings as SARIF 2.1.0 (OASIS), which code hosts and editors show.</summary>
internal static class SarifText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report of one scan.</summary>
    /// <param name="findings">All, in the order of the report.</param>
    /// <param name="notChecked">What could not be looked at: the scan is then told as not successful.</param>
    public static string Of(IReadOnlyList<SecurityFinding> findings, IReadOnlyList<string> notChecked) => new JsonObject
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "SecurityScan",
                    ["rules"] = new JsonArray([.. findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Select(rule => new JsonObject { ["id"] = rule })]),
                },
            },
            ["invocations"] = new JsonArray(new JsonObject
            {
                ["executionSuccessful"] = notChecked.Count == 0,
                ["toolExecutionNotifications"] = new JsonArray([.. notChecked.Select(reason => new JsonObject { ["level"] = "error", ["message"] = Text($"Packages were not checked: {reason}") })]),
            }),
            ["results"] = new JsonArray([.. findings.Select(Result)]),
        }),
    }.ToJsonString(Options) + "\n";

    private static JsonObject Result(SecurityFinding finding) => new()
    {
        ["ruleId"] = finding.Rule,
        ["level"] = finding.Severity switch { Severity.Low => "note", Severity.Moderate => "warning", _ => "error" },
        ["message"] = Text(finding.Message),
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', finding.File.Split('/').Select(Uri.EscapeDataString)), ["uriBaseId"] = "%SRCROOT%" },
                ["region"] = new JsonObject { ["startLine"] = finding.Line },
            },
        }),
        ["properties"] = new JsonObject { ["severity"] = finding.Severity.ToString(), ["help"] = finding.Help },
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
