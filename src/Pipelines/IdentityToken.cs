namespace Pipelines;

/// <summary>A short-lived token by which a job proves to a cloud who it is, in place of a kept key (OpenID Connect).</summary>
/// <param name="Variable">Environment variable that has it on GitLab; GitHub's login actions ask for it themselves.</param>
/// <param name="Audience">For whom it is, such as <c>sts.amazonaws.com</c>.</param>
public sealed record IdentityToken(string Variable, string Audience);
