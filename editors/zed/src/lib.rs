use zed_extension_api as zed;

struct Netsplit;

impl zed::Extension for Netsplit {
    fn new() -> Self {
        Netsplit
    }

    fn language_server_command(
        &mut self,
        _: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree.which("netsplit").ok_or("netsplit is not on the PATH")?;
        Ok(zed::Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Netsplit);
