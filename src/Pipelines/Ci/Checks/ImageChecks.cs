namespace Pipelines.Ci.Checks;

/// <summary>Images of containers, and what they ask for.</summary>
internal static class ImageChecks
{
    public static IEnumerable<CiFinding> Of(Checked plan) =>
    [
        .. plan.IsForGitLab ? plan.Plan.Workflows.SelectMany(workflow => Image(workflow.Settings.Image, workflow.Name)) : [],
        .. plan.Jobs.SelectMany(entry => Job(entry.Job, entry.Subject)),
    ];

    private static IEnumerable<CiFinding> Job(PlannedJob job, string subject)
    {
        var images = job.Settings.Services.Select(service => service.Image).Append(job.Settings.Container).Append(job.Runner.Image).OfType<string>();
        foreach (var finding in images.SelectMany(image => Image(image, subject)))
        {
            yield return finding;
        }
        foreach (var service in job.Settings.Services)
        {
            foreach (var missing in service.Requires.Where(name => !service.Variables.TryGetValue(name, out var value) || value.Length == 0))
            {
                yield return CiRule.ServiceVariable.At(subject, $"The service '{service.Name}' ({service.Image}) does not start without {missing}. Add it to the Variables of the service.");
            }
        }
        foreach (var (name, value) in job.Deploys ? job.Settings.Arguments.AsEnumerable() : [])
        {
            if (IsImageByTag(value))
            {
                yield return CiRule.NoDigest.At(subject, $"--{name} '{ExprText.Plain(value)}' names what is deployed by a tag, which can mean something else tomorrow, or nothing when it was never pushed. Let a target give the digest as its result (Target<...>), which reaches this job by itself.");
            }
        }
    }

    private static IEnumerable<CiFinding> Image(string image, string subject)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        if (image.Contains('$', StringComparison.Ordinal) || !(name.Contains(':', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal)) || name.EndsWith(":latest", StringComparison.Ordinal))
        {
            yield return CiRule.Image.At(subject, $"The image '{image}' has no version, so it changes under the pipeline. Write name:version, best with @sha256:...");
        }
        else if (!name.Contains("@sha256:", StringComparison.Ordinal))
        {
            yield return CiRule.NoDigestNote.At(subject, $"The image '{image}' has no digest, so whoever can push that tag changes what runs. Add @sha256:... ('docker buildx imagetools inspect {image}' shows it).");
        }
    }

    // name:tag, the tag perhaps known only later; an address has no colon before what is known later, or a slash behind it.
    private static bool IsImageByTag(Expr value)
    {
        var text = ExprText.Plain(value);
        var colon = text.LastIndexOf(':');
        return colon > 0 && !text.Contains("@sha256:", StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)
            && char.IsAsciiLetterOrDigit(text[colon - 1]) && colon + 1 < text.Length && !text[(colon + 1)..].All(char.IsAsciiDigit) && !text[(colon + 1)..].Contains('\\', StringComparison.Ordinal);
    }
}
