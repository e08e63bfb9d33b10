namespace Pipelines.Tests.Forges;

/// <summary>What a server answers.</summary>
/// <param name="Status">Code of HTTP; 0 breaks the connection instead.</param>
/// <param name="Body">JSON.</param>
/// <param name="Headers">Names and values.</param>
internal sealed record Answer(int Status, string Body = "{}", params (string Name, string Value)[] Headers);
