namespace Pipelines.Forges;

/// <summary>One comment on a change request that is written anew each time, found by a mark that people do not see; never two.</summary>
/// <param name="forge">Where.</param>
/// <param name="key">What the comment is about; each key has its own on a change request.</param>
public sealed class StickyComment(IForge forge, string key)
{
    private const int Rounds = 3;
    private const string Cut = "\n\n… cut: too long for a comment.";

    // A comment of HTML ends at the first "-->".
    private readonly string _mark = $"<!-- pipelines: {key.Replace("-->", "", StringComparison.Ordinal)} -->";

    /// <summary>Writes the comment, or writes it anew.</summary>
    /// <exception cref="ForgeException">It could not be written.</exception>
    public async Task PutAsync(int change, string body, CancellationToken cancellationToken)
    {
        var text = Text(body);
        for (var round = 1; ; round++)
        {
            try
            {
                var known = await forge.ListOwnCommentsAsync(change, cancellationToken);
                if (known.FirstOrDefault(comment => comment.Body.StartsWith(_mark, StringComparison.Ordinal)) is { } comment)
                {
                    await forge.UpdateCommentAsync(change, comment.Id, text, cancellationToken);
                }
                else
                {
                    await forge.AddCommentAsync(change, text, cancellationToken);
                }
                return;
            }
            catch (ForgeException problem) when (round < Rounds && (problem.MayBeDone || problem.Status == System.Net.HttpStatusCode.NotFound))
            {
                // Written although no answer came, or taken away meanwhile: the list tells.
            }
        }
    }

    private string Text(string body)
    {
        var text = $"{_mark}\n{body}";
        return text.Length <= forge.LongestComment ? text : text[..(forge.LongestComment - Cut.Length)] + Cut;
    }
}
