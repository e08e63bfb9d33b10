namespace Pipelines.Tests.Execution;

/// <summary>A person who was told what to answer, or a pipe with one text.</summary>
internal sealed class Answers(bool isTerminal, params string?[] texts) : IInput
{
    private readonly Queue<string?> _rest = new(texts);

    /// <summary>What was asked, with <c>(hidden)</c> behind what is typed unseen.</summary>
    public List<string> Questions { get; } = [];

    public bool IsTerminal => isTerminal;

    public Task<string?> AskAsync(string question, bool hidden, CancellationToken cancellationToken)
    {
        Questions.Add(question + (hidden ? "(hidden)" : ""));
        return Task.FromResult(_rest.TryDequeue(out var answer) ? answer : null);
    }

    public Task<string> ReadToEndAsync(CancellationToken cancellationToken) => Task.FromResult(_rest.TryDequeue(out var text) ? text ?? "" : "");
}
