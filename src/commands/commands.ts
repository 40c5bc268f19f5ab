Office.actions.associate("showCatalog", (event: Office.AddinCommands.Event) => event.completed());
